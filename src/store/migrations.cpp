#include "store/migrations.h"

#include <array>

namespace demarche {

namespace {

constexpr const char* kFirst = R"sql(
CREATE TABLE runs (
  run INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT,
  command TEXT NOT NULL,
  version TEXT NOT NULL, model TEXT NOT NULL, codebook TEXT NOT NULL, actors TEXT NOT NULL,
  fresh INTEGER, known INTEGER, recoded INTEGER, failed INTEGER
) STRICT;

CREATE TABLE reports (
  report INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  run INTEGER NOT NULL REFERENCES runs,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT,
  publisher TEXT NOT NULL,
  url TEXT NOT NULL,
  record TEXT NOT NULL,
  parse TEXT NOT NULL
) STRICT;
CREATE INDEX reports_id ON reports (id);
CREATE INDEX reports_published ON reports (published);

CREATE TABLE actors (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  actor INTEGER NOT NULL,
  name TEXT NOT NULL, code TEXT, country TEXT, role TEXT, supporter TEXT, note TEXT,
  PRIMARY KEY (report, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_code ON actors (code);

CREATE TABLE actor_sectors (
  report INTEGER NOT NULL, actor INTEGER NOT NULL, position INTEGER NOT NULL, sector TEXT NOT NULL,
  PRIMARY KEY (report, actor, position),
  FOREIGN KEY (report, actor) REFERENCES actors ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  report INTEGER NOT NULL, actor INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (report, actor, first, last),
  FOREIGN KEY (report, actor) REFERENCES actors ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  event INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL,
  words TEXT NOT NULL,
  sentence INTEGER NOT NULL,
  type TEXT, mode TEXT, cameo TEXT, quad TEXT, goldstein REAL, score REAL,
  status TEXT NOT NULL,
  negated INTEGER NOT NULL,
  certainty REAL NOT NULL,
  date_from TEXT, date_to TEXT, date_how TEXT,
  place TEXT, country TEXT, lat REAL, lon REAL,
  rule TEXT NOT NULL,
  PRIMARY KEY (report, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_type ON events (type, status, date_from);
CREATE INDEX events_date ON events (date_from, date_to);

CREATE TABLE event_contexts (
  report INTEGER NOT NULL, event INTEGER NOT NULL, context TEXT NOT NULL,
  PRIMARY KEY (report, event, context),
  FOREIGN KEY (report, event) REFERENCES events ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX event_contexts_context ON event_contexts (context);

CREATE TABLE event_actors (
  report INTEGER NOT NULL, event INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('source', 'target', 'about')),
  position INTEGER NOT NULL, actor INTEGER NOT NULL,
  PRIMARY KEY (report, event, part, position),
  FOREIGN KEY (report, event) REFERENCES events ON DELETE CASCADE,
  FOREIGN KEY (report, actor) REFERENCES actors
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actors_actor ON event_actors (report, actor);

CREATE TABLE attributions (
  report INTEGER NOT NULL, event INTEGER NOT NULL, depth INTEGER NOT NULL, first INTEGER, last INTEGER,
  PRIMARY KEY (report, event, depth),
  FOREIGN KEY (report, event) REFERENCES events ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution_actors (
  report INTEGER NOT NULL, event INTEGER NOT NULL, depth INTEGER NOT NULL, position INTEGER NOT NULL, actor INTEGER NOT NULL,
  PRIMARY KEY (report, event, depth, position),
  FOREIGN KEY (report, event, depth) REFERENCES attributions ON DELETE CASCADE,
  FOREIGN KEY (report, actor) REFERENCES actors
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_actors_actor ON attribution_actors (report, actor);

CREATE TABLE relations (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  relation INTEGER NOT NULL,
  type TEXT NOT NULL, sense TEXT, connective TEXT, force TEXT, rule TEXT,
  PRIMARY KEY (report, relation)
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_type ON relations (type);

CREATE TABLE relation_events (
  report INTEGER NOT NULL, relation INTEGER NOT NULL,
  part TEXT NOT NULL, position INTEGER NOT NULL, event INTEGER NOT NULL,
  PRIMARY KEY (report, relation, part, position),
  FOREIGN KEY (report, relation) REFERENCES relations ON DELETE CASCADE,
  FOREIGN KEY (report, event) REFERENCES events
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_events_event ON relation_events (report, event);

CREATE TABLE relation_holders (
  report INTEGER NOT NULL, relation INTEGER NOT NULL, position INTEGER NOT NULL, actor INTEGER NOT NULL,
  PRIMARY KEY (report, relation, position),
  FOREIGN KEY (report, relation) REFERENCES relations ON DELETE CASCADE,
  FOREIGN KEY (report, actor) REFERENCES actors
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_holders_actor ON relation_holders (report, actor);

CREATE TABLE notes (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, first INTEGER, last INTEGER,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array<const char*, 1> kMigrations{kFirst};

}  // namespace

std::span<const char* const> sqlite_migrations() {
  return kMigrations;
}

}  // namespace demarche
