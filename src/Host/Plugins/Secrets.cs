using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Merit.Plugins;

namespace Merit.Host.Plugins;

/// <summary>The secrets among a plugin's options, and what they would look like in a message, an address or a request's body.</summary>
internal sealed class Secrets
{
    private const string Blot = "***";

    // Blotting out shorter ones would leave nothing legible, and tell them by what is missing.
    private const int Shortest = 4;

    private readonly IReadOnlyList<string> _shapes;

    private Secrets(IEnumerable<string> values) =>
        _shapes = [.. values.Where(v => v.Length >= Shortest).SelectMany(Shapes).Where(s => s.Length >= Shortest).Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length)];

    /// <summary>Those of an options object.</summary>
    public static Secrets Of(object options) => new(options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && p.IsDefined(typeof(SecretAttribute)))
        .SelectMany(p => Texts(p.GetValue(options))));

    /// <summary>The text without secrets.</summary>
    public string Hide(string text) => _shapes.Aggregate(text, (kept, secret) => kept.Replace(secret, Blot, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IDictionary map => map.Values.Cast<object?>().SelectMany(Texts),
        IEnumerable list => list.Cast<object?>().SelectMany(Texts),
        _ => [$"{value}"],
    };

    private static IEnumerable<string> Shapes(string secret)
    {
        var json = JsonSerializer.Serialize(secret);
        return [secret, Uri.EscapeDataString(secret), System.Net.WebUtility.UrlEncode(secret), json[1..^1], Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))];
    }
}
