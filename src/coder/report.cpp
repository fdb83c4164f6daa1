#include "coder/report.h"

#include <array>

namespace demarche {

namespace {
constexpr std::array<std::string_view, 8> kStatuses{"occurred",  "habitual",   "planned",  "offered",
                                                    "requested", "threatened", "possible", "denied"};
constexpr std::array<std::string_view, 5> kRelations{"condition", "order", "consequence", "content", "contrast"};
constexpr std::array<std::string_view, 5> kSenses{"if", "unless", "only-if", "until", "in-exchange"};
constexpr std::array<std::string_view, 6> kForces{"stated", "planned", "demanded", "warned", "claimed", "predicted"};
}  // namespace

std::string_view name(EventStatus status) {
  return kStatuses[static_cast<size_t>(status)];
}
std::string_view name(RelationType type) {
  return kRelations[static_cast<size_t>(type)];
}
std::string_view name(ConditionSense sense) {
  return kSenses[static_cast<size_t>(sense)];
}
std::string_view name(Force force) {
  return kForces[static_cast<size_t>(force)];
}

std::optional<EventStatus> event_status_from(std::string_view text) {
  for (size_t i = 0; i < kStatuses.size(); ++i)
    if (kStatuses[i] == text) return static_cast<EventStatus>(i);
  return std::nullopt;
}

}  // namespace demarche
