namespace Merit.Scripting;

/// <summary>A script to compile.</summary>
/// <param name="Path">Its path as users know it, with forward slashes: <c>metrics/cost.csx</c>. Unique in a set.</param>
/// <param name="Text">What it says.</param>
public sealed record Script(string Path, string Text);
