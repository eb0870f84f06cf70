using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Merit.Plugins.Connectors;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Merit.Connectors.Http.Describing;

/// <summary>A description as read, and what tells it from other ones.</summary>
internal sealed record DescriptionFile(ApiDescription Api, StreamDescription Stream, string Fingerprint)
{
    /// <summary>Reads and checks it.</summary>
    public static DescriptionFile Read(HttpOptions options, string directory)
    {
        var file = Path.GetFullPath(options.Describe, directory);
        if (!File.Exists(file))
        {
            throw new WrongDescriptionException("describe", $"There is no file {options.Describe}.", "Name it relative to the workspace.");
        }

        var text = File.ReadAllText(file);
        ApiDescription api;
        try
        {
            api = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithEnumNamingConvention(HyphenatedNamingConvention.Instance).Build()
                .Deserialize<ApiDescription>(text) ?? new ApiDescription();
        }
        catch (YamlException e)
        {
            throw new WrongDescriptionException("describe", FormattableString.Invariant($"{options.Describe}({e.Start.Line},{e.Start.Column}) cannot be understood: {(e.InnerException ?? e).Message.TrimEnd('.')}."), "");
        }

        if (!api.Streams.TryGetValue(options.Stream, out var stream))
        {
            throw new WrongDescriptionException("stream", $"{options.Describe} has no stream '{options.Stream}'.", $"Its streams are: {string.Join(", ", api.Streams.Keys)}.");
        }

        Check(options.Describe, options.Stream, stream);
        var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        return new DescriptionFile(api, stream, print);
    }

    private static void Check(string file, string name, StreamDescription stream)
    {
        var wrong = stream switch
        {
            { Fields.Count: 0 } => "has no fields",
            { Cursor: { } cursor } when !stream.Fields.ContainsKey(cursor) => $"has no field '{cursor}', which is its cursor",
            { Cursor: not null, Key.Count: 0 } or { Dates: not null, Key.Count: 0 } => "needs a key, since it is read by what changed",
            { Cursor: not null, Dates: not null } => "has a cursor and dates; one of them says what changed",
            { Dates: { } dates } when !stream.Fields.ContainsKey(dates.Column) => $"has no field '{dates.Column}', which is to tell its days",
            { Dates: { } dates } when !DateOnly.TryParseExact(dates.First, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "has no first day of its dates, such as 2025-01-01",
            { Dates: { Days: < 1 } } => "has slices of less than a day",
            { Paging: { Kind: PagingKind.KeySet } paging } when !stream.Fields.ContainsKey(paging.Column) => $"has no field '{paging.Column}', by which its pages follow one another",
            { Paging: { Kind: PagingKind.Cursor or PagingKind.NextLink, Next.Length: 0 } } => "does not say where an answer names the next page",
            _ when stream.Key.Find(k => !stream.Fields.ContainsKey(k)) is { } key => $"has no field '{key}', which is part of its key",
            _ => null,
        };
        if (wrong is not null)
        {
            throw new WrongDescriptionException("describe", $"{file}: the stream '{name}' {wrong}.", "");
        }
    }
}

/// <summary>A description that cannot be followed, with the option at fault.</summary>
internal sealed class WrongDescriptionException(string option, string message, string nextStep) : Exception(message)
{
    public WrongSetting Setting { get; } = new(option, message, nextStep);
}
