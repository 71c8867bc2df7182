// SPDX-License-Identifier: Apache-2.0
// The part of fmt that its own library holds, compiled from fmt's headers into ours. Linked as a shared library it
// brings libstdc++.so along, and both together cost a short command more than all that it does; with FMT_HEADER_ONLY
// every file takes three times as long to compile.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {

template FMT_API auto dragonbox::to_decimal(float x) noexcept -> dragonbox::decimal_fp<float>;
template FMT_API auto dragonbox::to_decimal(double x) noexcept -> dragonbox::decimal_fp<double>;
template FMT_API auto thousands_sep_impl(locale_ref loc) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref loc) -> char;
template FMT_API void buffer<char>::append(const char* begin, const char* end);
template FMT_API void vformat_to(buffer<char>& out, string_view format, basic_format_args<buffer_context<char>> args,
                                 locale_ref loc);

}  // namespace detail
FMT_END_NAMESPACE
