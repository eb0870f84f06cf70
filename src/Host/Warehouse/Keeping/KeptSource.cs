using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merit.Host.Workspaces;
using Merit.Plugins;

namespace Merit.Host.Warehouse.Keeping;

/// <summary>A source whose rows a version keeps as they came, so that the next load reads only what changed.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Settings">What it was read by: a hash of the connector and its options, secrets left out.</param>
/// <param name="State">Where the connector goes on.</param>
/// <param name="Key">The columns that tell its rows apart.</param>
/// <param name="Covered">The days it has answered for.</param>
internal sealed record KeptSource(string Source, string Settings, string State, IReadOnlyList<string> Key, (DateOnly? From, DateOnly? To) Covered)
{
    /// <summary>What its table was made by from the kept rows; null where that cannot be gone on with.</summary>
    public MappedRows? Mapped { get; init; }

    private static readonly JsonSerializerOptions Written = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What tells that a state was made by the same connector with the same options.</summary>
    public static string SettingsOf(Source source)
    {
        var options = source.Options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(SecretAttribute)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Name, p.GetValue(source.Options)));
        var text = JsonSerializer.Serialize(new { source.Connector, Options = new Dictionary<string, object?>(options, StringComparer.Ordinal) }, Written);
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>How kept rows became rows of a table, so that the next load can do the same with those that change.</summary>
/// <param name="Print">What they were mapped by: a hash of the mapping and all it depends on.</param>
/// <param name="Loaded">How many are in the table.</param>
/// <param name="Filtered">How many the source's <c>where</c> left out.</param>
internal sealed record MappedRows(string Print, long Loaded, long Filtered);
