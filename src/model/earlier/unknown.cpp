#include "model/earlier/unknown.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace model {
namespace {

struct Member {
    std::string_view name;   // as it is written, without its quotes
    std::string_view value;  // with the colon before it
};

std::size_t end_of_text(std::string_view json, std::size_t quote)
{
    for (auto at = quote + 1; at < json.size(); ++at) {
        if (json[at] == '\\') ++at;
        else if (json[at] == '"') return at;
    }
    return json.size();
}

// Of an object without blanks that was read and written by a codec; what is anything else has no members.
std::vector<Member> members_of(std::string_view json)
{
    std::vector<Member> members;
    std::size_t         at = 1;
    while (at < json.size() && json[at] == '"') {
        const auto colon = end_of_text(json, at) + 1;
        auto       end   = colon;
        for (int depth = 0; end < json.size(); ++end) {
            const char sign = json[end];
            if (sign == '"') end = end_of_text(json, end);
            else if (sign == '{' || sign == '[') ++depth;
            else if (depth == 0 && (sign == ',' || sign == '}')) break;
            else if (sign == '}' || sign == ']') --depth;
        }
        if (end >= json.size()) return {};
        members.push_back({json.substr(at + 1, colon - at - 2), json.substr(colon, end - colon)});
        at = end + 1;
    }
    return members;
}

}  // namespace

base::Unknown beside(base::Unknown unknown, const std::function<bool(std::string_view)>& is_taken)
{
    const auto members = members_of(unknown.json);
    if (std::ranges::none_of(members, is_taken, &Member::name)) return unknown;
    std::string json;
    for (const auto& member : members) {
        std::string name(member.name);
        while (is_taken(name) ||
               (name != member.name && std::ranges::find(members, name, &Member::name) != members.end()))
            name.insert(0, "earlier_");
        json += json.empty() ? "{\"" : ",\"";
        json += name;
        json += '"';
        json += member.value;
    }
    return {json + '}'};
}

base::Unknown beside(const base::Shape& shape, base::Unknown unknown)
{
    return beside(std::move(unknown), [&](std::string_view name) { return shape.find(name) != base::Shape::none; });
}

}  // namespace model
