using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Merit.Host.Reports.Wording;

/// <summary>The report's own words in one language, read from the one resource file of that language.</summary>
internal sealed class Words
{
    private static readonly Lazy<Words> English = new(() => Read("en"));
    private static readonly Lazy<Words> Chinese = new(() => Read("zh-CN"));

    private readonly FrozenDictionary<string, string> _texts;

    private Words(string locale, Dictionary<string, string> texts)
    {
        Locale = locale;
        _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary><c>en</c> or <c>zh-CN</c>.</summary>
    public string Locale { get; }

    public bool IsChinese => string.Equals(Locale, "zh-CN", StringComparison.Ordinal);

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The words of a locale.</summary>
    public static Words For(string locale) => locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese.Value : English.Value;

    /// <summary>A text by its key.</summary>
    public string this[string key] => _texts[key];

    /// <summary>A text by its key, or null where there is none.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <summary>A text with its gaps filled.</summary>
    public string Say(string key, params object?[] gaps) => string.Format(CultureInfo.InvariantCulture, _texts[key], gaps);

    /// <summary>A text for one, or for several: <c>key.one</c> and <c>key.many</c>, the number being the first gap.</summary>
    public string Count(string key, long number, params object?[] gaps) => Say(number == 1 ? key + ".one" : key + ".many", [number, .. gaps]);

    /// <summary>Whichever of two texts is in this language; the other where that one is empty.</summary>
    public string Choose(string english, string chinese) => IsChinese && chinese.Length > 0 ? chinese : english;

    /// <summary>Several things in one sentence.</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(this["list.separator"], items.Take(items.Count - 1)) + this["list.last"] + items[^1],
    };

    private static Words Read(string locale)
    {
        using var stream = Assets.Resource.Open($"words/{locale}.json");
        return new Words(locale, JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? []);
    }
}
