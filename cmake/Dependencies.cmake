# Libraries of the distribution. Nothing is vendored or downloaded; tests/packages lists the Debian packages.

find_package(PkgConfig REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(EXPAT 2.4 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.9 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
pkg_check_modules(PLIST REQUIRED IMPORTED_TARGET libplist-2.0)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
# Used header-only, in the one file that reads the configuration, so that no program loads its library.
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson>=3.0)

# libcsv has neither a CMake package nor a .pc file.
find_path(CSV_INCLUDE csv.h REQUIRED)
find_library(CSV_LIBRARY NAMES libcsv.a csv REQUIRED)
add_library(Csv::Csv INTERFACE IMPORTED)
target_include_directories(Csv::Csv SYSTEM INTERFACE ${CSV_INCLUDE})
target_link_libraries(Csv::Csv INTERFACE ${CSV_LIBRARY})

# SOCI 4.0 has no CMake package in Debian. PostgreSQL's backend is not linked: SOCI loads it by name when a store asks.
find_path(SOCI_INCLUDE soci/soci.h REQUIRED)
find_library(SOCI_CORE soci_core REQUIRED)
find_library(SOCI_SQLITE soci_sqlite3 REQUIRED)
add_library(Soci::Sqlite INTERFACE IMPORTED)
target_include_directories(Soci::Sqlite SYSTEM INTERFACE ${SOCI_INCLUDE})
target_link_libraries(Soci::Sqlite INTERFACE ${SOCI_SQLITE} ${SOCI_CORE})

# SQLite itself, which SOCI's backend has loaded anyway, for what is appended past SOCI (store/bulk_append.cpp).
find_package(SQLite3 REQUIRED)

# The name by which a library is opened at run time.
function(mdm_soname variable library on_apple)
  if(APPLE)
    set(${variable} ${on_apple} PARENT_SCOPE)
    return()
  endif()
  execute_process(COMMAND ${CMAKE_READELF} -d ${library} OUTPUT_VARIABLE dynamic_section)
  if(NOT dynamic_section MATCHES "soname: \\[([^]]+)\\]")
    message(FATAL_ERROR "${library} says no soname, by which it could be opened")
  endif()
  set(${variable} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

# libcurl's headers alone: net/curl_library.cpp opens the library by its name on first use, and nothing links it.
find_path(CURL_INCLUDE curl/curl.h REQUIRED)
find_library(CURL_LIBRARY curl REQUIRED)
add_library(Curl::Headers INTERFACE IMPORTED)
target_include_directories(Curl::Headers SYSTEM INTERFACE ${CURL_INCLUDE})
mdm_soname(CURL_SONAME ${CURL_LIBRARY} libcurl.4.dylib)

# libpq's header alone: store/postgresql_library.cpp finds the functions in the library that SOCI has loaded.
find_path(POSTGRESQL_INCLUDE libpq-fe.h PATH_SUFFIXES postgresql libpq REQUIRED)
find_library(POSTGRESQL_LIBRARY pq PATH_SUFFIXES libpq REQUIRED)
add_library(Postgresql::Headers INTERFACE IMPORTED)
target_include_directories(Postgresql::Headers SYSTEM INTERFACE ${POSTGRESQL_INCLUDE})
mdm_soname(POSTGRESQL_SONAME ${POSTGRESQL_LIBRARY} libpq.5.dylib)

# libarchive in the same way, by archive/archive_library.cpp.
find_path(ARCHIVE_INCLUDE archive.h REQUIRED)
find_library(ARCHIVE_LIBRARY archive REQUIRED)
add_library(Archive::Headers INTERFACE IMPORTED)
target_include_directories(Archive::Headers SYSTEM INTERFACE ${ARCHIVE_INCLUDE})
mdm_soname(ARCHIVE_SONAME ${ARCHIVE_LIBRARY} libarchive.13.dylib)

# Compiled, in Debian and Homebrew alike: what its header is read with must be what its library was made with.
find_package(Threads REQUIRED)
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib>=0.11)
