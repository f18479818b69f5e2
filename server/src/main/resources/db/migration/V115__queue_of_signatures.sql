-- The queue of signatures shows the oldest fifty; without this it read and sorted all that wait.
create index decision_waiting_longest on decision (proposed_at, id) where state = 'PROPOSED';
