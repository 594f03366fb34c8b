# What the program stands on, all from Debian 12 (tools/install-deps.sh).
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(SQLite3 REQUIRED)
find_package(Threads REQUIRED)
find_package(simdjson REQUIRED)
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

# oneDNN without its own CMake file, which asks for OpenCL that we do not use.
find_library(ONRECORD_DNNL_LIBRARY dnnl REQUIRED)
find_path(ONRECORD_DNNL_HEADERS oneapi/dnnl/dnnl.hpp REQUIRED)
add_library(onrecord_dnnl INTERFACE)
target_link_libraries(onrecord_dnnl INTERFACE ${ONRECORD_DNNL_LIBRARY})
target_include_directories(onrecord_dnnl SYSTEM INTERFACE ${ONRECORD_DNNL_HEADERS})
