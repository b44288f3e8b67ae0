# Makes one page of the parts in FROM: the script and the style sheet bundled
# by ESBUILD, a content security policy that allows these two and nothing else.
# Usage: cmake -D ESBUILD= -D FROM= -D WORK= -D PAGE= -P bundle.cmake

# The SHA-256 of a file in base64, as the policy wants it (CSP 3, 2.3.1).
function(base64_hash file out)
  set(digits "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  file(SHA256 ${file} hex)
  set(text "")
  # 256 bits are 42 digits of 6 bits and 4 bits more, hence "00" and "=".
  string(APPEND hex "00")
  foreach(at RANGE 0 63 3)
    string(SUBSTRING ${hex} ${at} 3 three)
    math(EXPR high "0x${three} >> 6")
    math(EXPR low "0x${three} & 63")
    string(SUBSTRING ${digits} ${high} 1 one)
    string(SUBSTRING ${digits} ${low} 1 other)
    string(APPEND text ${one}${other})
  endforeach()
  string(SUBSTRING ${text} 0 43 text)
  set(${out} "${text}=" PARENT_SCOPE)
endfunction()

# Bundles FROM/name to WORK/name and sets text and hash.
macro(bundle name)
  execute_process(
    COMMAND ${ESBUILD} ${FROM}/${name} --bundle --minify --format=iife
            --target=es2020 --charset=utf8 --legal-comments=none
            --log-level=warning --outfile=${WORK}/${name}
    COMMAND_ERROR_IS_FATAL ANY)
  file(READ ${WORK}/${name} text)
  if(text MATCHES "</(script|style)|<!--")
    message(FATAL_ERROR "${name} would end its own element")
  endif()
  base64_hash(${WORK}/${name} hash)
endmacro()

file(READ ${FROM}/index.html page)
file(READ ${FROM}/notices.txt notices)
bundle(style.css)
string(REPLACE "{{style}}" "${text}" page "${page}")
string(REPLACE "{{style-hash}}" "${hash}" page "${page}")
bundle(main.js)
string(REPLACE "{{script}}" "${text}" page "${page}")
string(REPLACE "{{script-hash}}" "${hash}" page "${page}")
string(REPLACE "{{notices}}" "${notices}" page "${page}")
file(WRITE ${PAGE} "${page}")
