namespace Merit.Plugins;

/// <summary>The options of a plugin that has none.</summary>
public sealed class NoOptions;
