namespace Merit.Plugins;

/// <summary>Marks an option that holds a password, a token or a key: its value is blotted out of everything Merit shows or writes about the plugin.</summary>
/// <remarks>In a list or a mapping every value is a secret. A change of a secret alone does not make a connector read everything anew.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
