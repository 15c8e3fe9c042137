#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// How values of our types are read from JSON, as tables: a Shape says what a type takes, a Member
// says which member of an object goes to which field. json_reader.cc walks them; a new field is a
// new row. The types of the fields are checked when the tables are compiled.

namespace dateline {

struct Member;
struct Shape;

/// Where the next value goes. Without a shape it is read and dropped.
struct Slot {
  const Shape* shape = nullptr;
  void* at = nullptr;
};

/// What was expected ("a day that exists"), if what was found does not do.
using Complaint = std::optional<std::string>;

/// What a type takes. A null function: it does not take that.
struct Shape {
  std::string_view expected;  ///< "a string"
  Complaint (*take_text)(void* at, std::string_view value) = nullptr;
  Complaint (*take_number)(void* at, double value) = nullptr;
  Complaint (*take_boolean)(void* at, bool value) = nullptr;
  /// Of an array: where element `index` goes; no value: there may not be so many.
  std::optional<Slot> (*element)(void* at, std::size_t index) = nullptr;
  std::span<const Member> members = {};  ///< of an object, at most 32
  Slot (*any_member)(void* at,
                     std::string_view) = nullptr;  ///< of an object with names of any kind
  /// At the end of an array or object of so many elements or members.
  Complaint (*finish)(void* at, std::size_t count) = nullptr;
  bool drops_other_types = false;  ///< instead of complaining of them

  bool is_object() const { return !members.empty() || any_member != nullptr; }
};

/// The shape of a T.
template <typename T>
struct ShapeOf : Shape {
  using Type = T;
};

struct Member {
  std::string_view name;
  bool required;
  const Shape* shape;
  void* (*address)(void* object);
};

/// The object whose member this is takes the value itself.
struct Self {};

namespace shape_detail {

template <typename T>
T& present(T& field) {
  return field;
}
template <typename T>
T& present(std::optional<T>& field) {
  if (!field) field = T{};
  return *field;
}

template <typename Object>
Object& walk(Object& object) {
  return object;
}
template <typename Object, typename Field, typename... Rest>
auto& walk(Object& object, Field step, Rest... rest) {
  return walk(present(object.*step), rest...);
}

template <typename Owner, auto... path>
void* address(void* object) {
  return &walk(*static_cast<Owner*>(object), path...);
}

template <typename T, bool required, auto first, auto... rest>
struct Maker;
template <typename T, bool required, typename Owner, typename Field, Field Owner::*first,
          auto... rest>
struct Maker<T, required, first, rest...> {
  static constexpr Member make(std::string_view name, const ShapeOf<T>& shape) {
    static_assert(std::is_same_v<T&, decltype(walk(std::declval<Owner&>(), first, rest...))>,
                  "the shape is of another type than the field");
    return {name, required, &shape, &address<Owner, first, rest...>};
  }
};

}  // namespace shape_detail

/// A row of a table: the member `name` goes to the field at the end of `path`; optional fields on
/// the way come into being.
template <auto... path, typename T>
constexpr Member required(std::string_view name, const ShapeOf<T>& shape) {
  return shape_detail::Maker<T, true, path...>::make(name, shape);
}
template <auto... path, typename T>
constexpr Member optional(std::string_view name, const ShapeOf<T>& shape) {
  return shape_detail::Maker<T, false, path...>::make(name, shape);
}
/// A row whose shape gets the whole object: for a member that is no single field.
template <typename T>
constexpr Member whole(std::string_view name, const ShapeOf<T>& shape) {
  return {name, false, &shape, [](void* object) { return object; }};
}

template <typename T>
constexpr ShapeOf<T> object_of(std::span<const Member> members,
                               Complaint (*finish)(void*, std::size_t) = nullptr) {
  return {{.expected = "an object", .members = members, .finish = finish}};
}

template <const auto& shape>
std::optional<Slot> append(void* at, std::size_t) {
  using T = typename std::remove_cvref_t<decltype(shape)>::Type;
  return Slot{&shape, &static_cast<std::vector<T>*>(at)->emplace_back()};
}
/// The shape of a vector; a member that comes twice under two names appends.
template <const auto& shape>
inline constexpr ShapeOf<std::vector<typename std::remove_cvref_t<decltype(shape)>::Type>> list_of =
    {{.expected = "an array", .element = append<shape>}};

/// An enumeration by the names that name_of gives to `first` to `last`.
template <typename Enum, Enum first, Enum last>
Complaint take_name(void* at, std::string_view value) {
  std::string all;
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    const std::string_view name = name_of(static_cast<Enum>(i));
    if (name == value) {
      *static_cast<Enum*>(at) = static_cast<Enum>(i);
      return std::nullopt;
    }
    ((all += all.empty() ? "one of \"" : "\", \"") += name);
  }
  return all + '"';
}
template <typename Enum, Enum first, Enum last>
inline constexpr ShapeOf<Enum> one_of = {
    {.expected = "a string", .take_text = take_name<Enum, first, last>}};

}  // namespace dateline
