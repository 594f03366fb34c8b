# What the program stands on, all from Debian 12 (tools/install-deps.sh).
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(SQLite3 REQUIRED)
find_package(Threads REQUIRED)
find_package(simdjson REQUIRED)
find_package(dnnl REQUIRED)
find_package(OpenMP REQUIRED COMPONENTS CXX)
find_package(PkgConfig REQUIRED)

# pkg-config module -> interface target onrecord_NAME
function(onrecord_pkg name module)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
  add_library(onrecord_${name} INTERFACE)
  target_link_libraries(onrecord_${name} INTERFACE PkgConfig::${name})
endfunction()
onrecord_pkg(icu icu-uc)
onrecord_pkg(gumbo gumbo)
onrecord_pkg(xxhash libxxhash)
