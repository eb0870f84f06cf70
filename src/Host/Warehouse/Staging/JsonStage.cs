using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Staging;

/// <summary>JSON: an array of objects, or one object a line. Keys become columns of text; what is nested stays JSON.</summary>
internal sealed class JsonStage(Session session, Source source, RejectLog rejects) : IStage
{
    private readonly string _name = StagingArea.FreshName();
    private readonly List<Segment> _segments = [];
    private long _count;

    /// <summary>Takes files, in order.</summary>
    public void Take(IReadOnlyList<(string Path, string Shown)> files, JsonFormat format)
    {
        session.Execute($"CREATE TEMP TABLE IF NOT EXISTS {_name} (json JSON)");
        foreach (var (path, shown) in files)
        {
            Take(path, shown, format.Lines);
        }
    }

    public Staged Finish()
    {
        var keys = session.Query($"""
            SELECT key FROM (SELECT unnest(json_keys(json)) AS key, rowid AS n FROM temp.{_name} WHERE json_type(json) = 'OBJECT') GROUP BY key ORDER BY min(n), key
            """, r => r.GetString(0));
        var names = ColumnNames.From(keys);
        var columns = keys.Zip(names, (key, name) => $", json ->> {SqlText.Text(PathTo(key))} AS {SqlText.Name(name)}");
        session.Execute($"""
            CREATE TEMP VIEW {_name}_rows AS SELECT rowid AS {SqlText.Name(Staged.RowId)}{string.Concat(columns)} FROM temp.{_name} WHERE json_type(json) = 'OBJECT'
            """);
        var broken = KeepBroken();
        return new Staged($"temp.{_name}_rows", [.. names.Select(n => new StagedColumn(n, "VARCHAR"))], _count - broken, _segments, [$"VIEW temp.{_name}_rows", $"TABLE temp.{_name}"]);
    }

    private void Take(string path, string shown, bool lines)
    {
        try
        {
            var rows = session.Execute($"""
                INSERT INTO temp.{_name} SELECT json FROM read_json_objects({SqlText.Text(path)}, format = '{(lines ? "newline_delimited" : "array")}', ignore_errors = {(lines ? "true" : "false")})
                """);
            _segments.Add(new Segment(shown, _count, rows, lines ? new LineLocator(path) : RowRuns.From(1)));
            _count += rows;
        }
        catch (MeritException e)
        {
            var (at, problem) = (lines ? null : MalformedJson.Find(path, shown)) ?? (source.At, $"{shown}: {e.Diagnostics[0].Message.TrimEnd(' ', '.')}");
            throw new MeritException(LoadRules.WrongFormat.At(at, source.Name, lines ? "JSON lines" : "a JSON array of objects", problem), e);
        }
    }

    private long KeepBroken()
    {
        var broken = session.Query($"SELECT rowid FROM temp.{_name} WHERE json IS NULL OR json_type(json) <> 'OBJECT' ORDER BY rowid", r => r.GetInt64(0));
        foreach (var segment in _segments)
        {
            List<long> here = [.. broken.Where(b => b >= segment.First && b < segment.First + segment.Count).Select(b => b - segment.First)];
            foreach (var place in segment.Locator.Locate(here))
            {
                rejects.Add(segment.File, place.Row, null, "it is not a JSON object", place.Raw ?? "");
            }
        }

        rejects.Flush();
        return broken.Count;
    }

    private static string PathTo(string key) => $"$.\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Finds the lines of a file with one object a line; empty lines are none.</summary>
    private sealed class LineLocator(string path) : IRowLocator
    {
        public IEnumerable<Located> Locate(IReadOnlyList<long> ordinals)
        {
            var (line, at, next) = (0L, -1L, 0);
            foreach (var text in File.ReadLines(path))
            {
                line++;
                if (next == ordinals.Count)
                {
                    yield break;
                }

                if (!string.IsNullOrWhiteSpace(text) && ++at == ordinals[next])
                {
                    next++;
                    yield return new Located(at, line, CsvRowLocator.Cut(text));
                }
            }
        }
    }
}
