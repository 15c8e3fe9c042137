#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// The elements of HTML that we tell apart, and text. All others are `unknown` and inline.
enum class Tag : std::uint8_t {
  unknown,
  root,  ///< of the tree, above <html>
  text,  ///< characters, not an element
  a,
  abbr,
  address,
  amp_img,
  area,
  article,
  aside,
  audio,
  b,
  base,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  col,
  colgroup,
  dd,
  del,
  details,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  label,
  legend,
  li,
  link,
  main,
  map,
  marquee,
  math,
  menu,
  meta,
  nav,
  noembed,
  noframes,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  param,
  picture,
  pre,
  q,
  s,
  script,
  search,
  section,
  select,
  small,
  source,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  u,
  ul,
  video,
  wbr,
  xmp
};

/// By its name in any case; `unknown` if it is none of ours.
Tag tag_named(std::string_view name);

bool is_void(Tag tag);      ///< has no content and no end tag: <br>, <img>
bool is_block(Tag tag);     ///< text before and after it is on lines of its own
bool is_raw_text(Tag tag);  ///< its content has no tags: <script>, <style>, <title>
bool is_heading(Tag tag);   ///< <h1> to <h6>
/// Its content is for machines, or for a control of the page, and no text of it: <script>, <select>
bool is_without_text(Tag tag);
bool closes_paragraph(Tag tag);  ///< its start tag ends a <p> that is open
bool is_boundary(Tag tag);  ///< end tags of elements outside are ignored inside it: <table>, <td>

}  // namespace dateline
