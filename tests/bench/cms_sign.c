/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
/* cms_sign CHAIN KEY THREADS FOLDER FILE...: the least that signs files with libcrypto's CMS_sign. What it makes goes
   into FOLDER, under the same names, and is on the disk when it ends. */
#include <fcntl.h>
#include <openssl/cms.h>
#include <openssl/pem.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static X509* leaf;
static EVP_PKEY* key;
static STACK_OF(X509) * above;
static const char* folder;
static char** files;
static int count;
static atomic_int next_file;

static int sign(const char* path) {
    char target[4096];
    const char* slash = strrchr(path, '/');
    snprintf(target, sizeof target, "%s/%s", folder, slash ? slash + 1 : path);
    BIO* in = BIO_new_file(path, "rb");
    BIO* out = BIO_new_file(target, "wb");
    CMS_ContentInfo* cms = in && out ? CMS_sign(leaf, key, above, in, CMS_BINARY | CMS_NOSMIMECAP) : NULL;
    const int done = cms && i2d_CMS_bio(out, cms) == 1;
    CMS_ContentInfo_free(cms);
    BIO_free(in);
    return BIO_free(out) == 1 && done;
}

static void* work(void* unused) {
    for (int i; (i = atomic_fetch_add(&next_file, 1)) < count;)
        if (!sign(files[i]))
            exit(1);
    return unused;
}

int main(int argc, char** argv) {
    BIO* chain = argc > 5 ? BIO_new_file(argv[1], "r") : NULL;
    BIO* key_file = argc > 5 ? BIO_new_file(argv[2], "r") : NULL;
    leaf = chain ? PEM_read_bio_X509(chain, NULL, NULL, NULL) : NULL;
    key = key_file ? PEM_read_bio_PrivateKey(key_file, NULL, NULL, NULL) : NULL;
    if (!leaf || !key)
        return 1;
    above = sk_X509_new_null();
    for (X509* one; (one = PEM_read_bio_X509(chain, NULL, NULL, NULL));)
        sk_X509_push(above, one);
    const int threads = atoi(argv[3]) < 64 ? atoi(argv[3]) : 64;
    folder = argv[4];
    files = argv + 5;
    count = argc - 5;
    pthread_t running[64];
    for (int i = 0; i < threads; ++i)
        pthread_create(&running[i], NULL, work, NULL);
    for (int i = 0; i < threads; ++i)
        pthread_join(running[i], NULL);
    return syncfs(open(folder, O_RDONLY | O_DIRECTORY)) == 0 ? 0 : 1;
}
