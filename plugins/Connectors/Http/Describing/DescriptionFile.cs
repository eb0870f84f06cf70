using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Merit.Connectors.Http.Describing;

/// <summary>A description as read and checked, and what tells it from other ones.</summary>
internal sealed record DescriptionFile(ApiDescription Api, StreamDescription Stream, string Fingerprint)
{
    /// <summary>The file, or the vendor.</summary>
    public required string Name { get; init; }

    /// <summary>What stands there.</summary>
    public required string Text { get; init; }

    /// <summary>What the source sets, with the defaults of what it leaves open: what templates are filled from.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Reads and checks it.</summary>
    public static DescriptionFile Read(HttpOptions options, string directory)
    {
        var (name, text) = Written(options, directory);
        ApiDescription api;
        try
        {
            api = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithEnumNamingConvention(HyphenatedNamingConvention.Instance).Build()
                .Deserialize<ApiDescription>(text) ?? new ApiDescription();
        }
        catch (YamlException e)
        {
            throw new WrongDescriptionException(
                "describe", FormattableString.Invariant($"{name}({e.Start.Line},{e.Start.Column}) cannot be understood: {(e.InnerException ?? e).Message.TrimEnd('.')}."), "Its keys are in docs/sources.md.");
        }

        if (!api.Streams.TryGetValue(options.Stream, out var stream))
        {
            throw new WrongDescriptionException("stream", $"{name} has no stream '{options.Stream}'.", $"Its streams are: {string.Join(", ", api.Streams.Keys)}.");
        }

        if (api.Tests.Find(t => t.Name.Length == 0 || !api.Streams.ContainsKey(t.Stream)) is { } astray)
        {
            throw new WrongDescriptionException(
                "describe", astray.Name.Length == 0 ? $"{name} has a test without a name." : $"{name}: the test '{astray.Name}' is of '{astray.Stream}', which is no stream.", $"Its streams are: {string.Join(", ", api.Streams.Keys)}.");
        }

        foreach (var (field, path) in options.Fields)
        {
            // One of the description's own read from elsewhere stays what it is.
            var column = stream.Fields.TryGetValue(field, out var own) ? own : stream.Fields[field] = new FieldDescription();
            (column.Path, column.Ask) = (Within(stream, path), path);
        }

        DescriptionCheck.Check(name, options.Stream, api, stream);
        var values = GivenValues.Of(api, options);
        foreach (var field in stream.Fields.Values)
        {
            field.Path = Template.Fill(field.Path, values);
        }

        // Columns a source adds are read from its records alone, so that they are part of what tells descriptions apart.
        var print = string.Join('\n', options.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}").Prepend(text));
        return new DescriptionFile(api, stream, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(print)))[..16]) { Name = name, Text = text, Values = values };
    }

    /// <summary>A stream of the same API, for requests that ask once for each of its records.</summary>
    public DescriptionFile Other(string stream) => this with { Stream = Api.Streams[stream] };

    private static (string Name, string Text) Written(HttpOptions options, string directory)
    {
        if (options is { Describe.Length: > 0, Vendor.Length: > 0 } or { Describe.Length: 0, Vendor.Length: 0 })
        {
            throw new WrongDescriptionException(
                "vendor", options.Vendor.Length > 0 ? "'vendor' and 'describe' both say what to ask." : "Neither 'vendor' nor 'describe' says what to ask.",
                $"Give one of them. Vendors are: {string.Join(", ", ShippedVendors.Names)}; 'describe' names a file of your own.");
        }

        if (options.Vendor.Length > 0)
        {
            return ShippedVendors.Find(options.Vendor) is { } shipped
                ? (options.Vendor, shipped)
                : throw new WrongDescriptionException("vendor", $"There is no vendor '{options.Vendor}'.", $"Vendors are: {string.Join(", ", ShippedVendors.Names)}. Of any other, write a description and name it with 'describe'.");
        }

        var file = Path.GetFullPath(options.Describe, directory);
        try
        {
            return (options.Describe, File.ReadAllText(file));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WrongDescriptionException("describe", $"There is no file {options.Describe}.", "Name it relative to the workspace.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongDescriptionException("describe", $"{options.Describe} cannot be read: {e.Message.TrimEnd('.')}.", "");
        }
    }

    // A field of one's own stands where the stream's other ones do: properties.mine, where its fields are asked for by the last part of their path.
    private static string Within(StreamDescription stream, string path) =>
        stream.FieldsAre == PartOfPath.Last && stream.Fields.Values.Select(f => f.Path).FirstOrDefault(p => p.Contains('.', StringComparison.Ordinal) && !p.StartsWith('^')) is { } like
            ? $"{like[..like.LastIndexOf('.')]}.{path}"
            : path;
}
