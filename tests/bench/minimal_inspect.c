/* SPDX-License-Identifier: Apache-2.0
   The least that shows a certificate with libcrypto: subject, issuer, serial, dates and the UID in the subject. */
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdio.h>

int main(int argc, char** argv) {
    FILE* file = argc == 2 ? fopen(argv[1], "r") : NULL;
    X509* certificate = file ? PEM_read_X509(file, NULL, NULL, NULL) : NULL;
    if (!certificate)
        return 1;
    BIO* out = BIO_new_fp(stdout, BIO_NOCLOSE);
    X509_NAME* subject = X509_get_subject_name(certificate);
    char uid[256] = "";
    X509_NAME_get_text_by_NID(subject, NID_userId, uid, sizeof uid);
    BIO_puts(out, "subject: ");
    X509_NAME_print_ex(out, subject, 0, XN_FLAG_ONELINE);
    BIO_puts(out, "\nissuer: ");
    X509_NAME_print_ex(out, X509_get_issuer_name(certificate), 0, XN_FLAG_ONELINE);
    BIO_puts(out, "\nserial: ");
    i2a_ASN1_INTEGER(out, X509_get0_serialNumber(certificate));
    BIO_puts(out, "\nnot before: ");
    ASN1_TIME_print(out, X509_get0_notBefore(certificate));
    BIO_puts(out, "\nnot after: ");
    ASN1_TIME_print(out, X509_get0_notAfter(certificate));
    BIO_printf(out, "\ntopic: %s\n", uid);
    BIO_free(out);
    X509_free(certificate);
    fclose(file);
    return 0;
}
