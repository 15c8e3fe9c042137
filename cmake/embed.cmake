# embed_folder(<target> <folder> <function> [<file>...]): puts every file under the folder into the
# program, with a table of them, sorted by path, that std::span<const EmbeddedFile>
# dateline::<function>() gives. Files from elsewhere follow, by their names alone.
# The assembler copies the bytes (.incbin), so a model of many megabytes costs no compile time.
function(embed_folder target folder function)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*")
  list(SORT files)
  set(assembly ".section .rodata\n")
  set(declarations "")
  set(rows "")
  set(paths "")
  foreach(path IN LISTS files ARGN)
    set(file "${path}")
    if(IS_ABSOLUTE "${path}")
      cmake_path(GET path FILENAME file)
    else()
      set(path "${folder}/${path}")
    endif()
    string(MAKE_C_IDENTIFIER "dateline_${function}_${file}" symbol)
    string(APPEND assembly
      ".balign 64\n.globl ${symbol}\n${symbol}:\n.incbin \"${path}\"\n"
      ".globl ${symbol}_end\n${symbol}_end:\n.byte 0\n")
    string(APPEND declarations "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "      {\"${file}\", ${symbol}, ${symbol}_end},\n")
    list(APPEND paths "${path}")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
  set(base "${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}")
  file(CONFIGURE OUTPUT "${base}.S" CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT "${base}.cc" @ONLY CONTENT "// Written by cmake/embed.cmake.
#include <span>

#include \"core/embedded_file.h\"

${declarations}
namespace dateline {
std::span<const EmbeddedFile> ${function}();
std::span<const EmbeddedFile> ${function}() {
  static const EmbeddedFile files[] = {
${rows}  };
  return files;
}
}  // namespace dateline
")
  set_source_files_properties("${base}.S" PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE "${base}.S" "${base}.cc")
endfunction()
