#pragma once
#include <istream>
#include <memory>

namespace demarche {

/// From now on SIGINT and SIGTERM ask the program to stop after the documents in work; a second one ends it at once. Writing to a closed
/// pipe is no signal.
void watch_interrupts();

/// From now on the first SIGINT or SIGTERM ends the program with 130: for work whose result appears whole or not at all.
void exit_on_interrupt();

/// True once the user asked to stop.
bool interrupted();

/// Standard input as a stream that ends when the user asks to stop, even while it waits for input.
std::unique_ptr<std::istream> interruptible_input();

}  // namespace demarche
