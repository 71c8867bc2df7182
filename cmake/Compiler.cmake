# Warnings, hardening, sanitizers and ccache: what every target of ours is built with.

find_program(MDMCTL_CCACHE ccache)
if(MDMCTL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${MDMCTL_CCACHE})
endif()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

add_compile_options(-Wall -Wextra -Wconversion -Wshadow)
if(MDMCTL_WERROR)
  add_compile_options(-Werror)
endif()
# No path of the build machine ends up in a program.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)

set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

if(MDMCTL_FUZZ)
  # The libraries are instrumented as well, or the fuzzer would walk in the dark; main() comes with the targets.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(MDMCTL_SANITIZE OR MDMCTL_FUZZ)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  # GCC 12 sees uninitialised members of std::variant and std::regex that only the sanitizers' code brings in.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
else()
  add_compile_options(-fstack-protector-strong)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|aarch64" AND NOT APPLE)
    add_compile_options($<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>)
    add_compile_options(-fstack-clash-protection)
  endif()
  if(CMAKE_BUILD_TYPE MATCHES "Rel")
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS)
  endif()
endif()

if(NOT APPLE)
  add_link_options(-Wl,-z,relro,-z,now -Wl,-z,noexecstack -Wl,--as-needed)
endif()
