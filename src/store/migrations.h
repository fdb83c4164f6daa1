#pragma once
#include <span>

namespace demarche {

/// The steps that bring a store from one version to the next, as SQL: the n-th (from 0) makes version n + 1 out of version n. Steps that
/// were released never change; new ones are added at the end.
std::span<const char* const> sqlite_migrations();

/// `PRAGMA application_id` of our stores: "DMRC".
inline constexpr int kApplicationId = 0x444D5243;

}  // namespace demarche
