using System.Text.RegularExpressions;
using Merit.Connectors.Http.Records;

namespace Merit.Connectors.Http.Describing;

/// <summary>Whether a stream's description can be followed.</summary>
internal static class DescriptionCheck
{
    public static void Check(string file, string name, ApiDescription api, StreamDescription stream)
    {
        if (Wrong(api, stream) is { } wrong)
        {
            throw new WrongDescriptionException("describe", $"{file}: the stream '{name}' {wrong}.", "Its keys are in docs/sources.md.");
        }
    }

    private static string? Wrong(ApiDescription api, StreamDescription stream) => stream switch
    {
        { Fields.Count: 0 } => "has no fields",
        { Cursor: { } cursor } when !stream.Fields.ContainsKey(cursor) => $"has no field '{cursor}', which is its cursor",
        { Cursor: not null, Key.Count: 0 } or { Dates: not null, Key.Count: 0 } => "needs a key, since it is read by what changed",
        { Cursor: not null, Dates: not null } => "has a cursor and dates; one of them says what changed",
        { Dates: { } dates } when !stream.Fields.ContainsKey(dates.Column) => $"has no field '{dates.Column}', which is to tell its days",
        { Dates.First.Length: 0 } => "has no first day of its dates, such as 2025-01-01",
        { Dates: { Days: < 1 } } => "has slices of less than a day",
        { Removed: { } removed } when !stream.Fields.ContainsKey(removed.Field) => $"has no field '{removed.Field}', which is to tell what is gone",
        { Removed: not null, Cursor: null } or { Deleted: not null, Cursor: null } => "tells what is gone, but has no cursor: it is read as a whole anyway",
        { Deleted: not null, Key.Count: not 1 } => "asks for what is gone, which needs a key of one column",
        { ForEach: { } parent } when !api.Streams.ContainsKey(parent) => $"asks for each record of '{parent}', which is no stream",
        { ForEach: { } parent } when api.Streams[parent].ForEach is not null => $"asks for each record of '{parent}', which itself asks for each record of another",
        { ForEach: not null, Cursor: not null } or { ForEach: not null, Dates: not null } => "asks for each record of another stream, and has a cursor or dates; it is read as a whole",
        _ => Paging(stream.Paging, stream) ?? (stream.Deleted is { } gone ? Paging(gone.Paging, null) : null) ?? Fields(stream),
    };

    private static string? Paging(PagingDescription paging, StreamDescription? stream) => paging switch
    {
        { Size: < 1 } => "has pages of less than a record",
        { Kind: PagingKind.KeySet } when stream is null => "asks for what is gone by key-set, which it cannot be",
        { Kind: PagingKind.KeySet } when stream?.Fields.ContainsKey(paging.Column) != true => $"has no field '{paging.Column}', by which its pages follow one another",
        { Kind: PagingKind.Cursor or PagingKind.NextLink, Next.Length: 0 } => "does not say where an answer names the next page",
        _ => null,
    };

    private static string? Fields(StreamDescription stream)
    {
        if (stream.Key.Find(k => !stream.Fields.ContainsKey(k)) is { } key)
        {
            return $"has no field '{key}', which is part of its key";
        }

        foreach (var (name, field) in stream.Fields)
        {
            if (!JsonPath.IsSound(field.Path))
            {
                return $"has a path '{field.Path}' of the field '{name}' that cannot be read";
            }

            if (field.Divide == 0)
            {
                return $"divides the field '{name}' by nothing";
            }

            if (field.Match is { } match && !IsPattern(match))
            {
                return $"has a pattern of the field '{name}' that cannot be read";
            }
        }

        return stream.Columns.Select(c => ProposedColumns.Wrong(c.Key, c.Value, stream)).FirstOrDefault(w => w is not null);
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).GetGroupNumbers().Length > 1;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
