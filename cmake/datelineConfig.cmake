# What the libraries of dateline are linked with; then the libraries themselves.
include(CMakeFindDependencyMacro)
find_dependency(LibXml2)
find_dependency(PkgConfig)
find_dependency(ZLIB)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(CGRAPH REQUIRED IMPORTED_TARGET libcgraph)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
include(${CMAKE_CURRENT_LIST_DIR}/datelineTargets.cmake)
