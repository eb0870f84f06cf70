// Every type that crosses into the engine is laid out as C lays it out; nothing is converted on the way.
[assembly: DisableRuntimeMarshalling]
