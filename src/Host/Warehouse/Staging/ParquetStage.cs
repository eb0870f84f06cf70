using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Staging;

/// <summary>Parquet. Nothing is copied: the file knows its own row numbers, so the source is the file, seen through a view.</summary>
internal sealed class ParquetStage(Session session, Source source) : IStage
{
    // Leaves room for a million million rows a file.
    private const int FileShift = 40;

    private readonly List<(string Path, string Shown)> _files = [];

    /// <summary>Takes files, in order.</summary>
    public void Take(IReadOnlyList<(string Path, string Shown)> files) => _files.AddRange(files);

    public Staged Finish()
    {
        var view = StagingArea.FreshName();
        try
        {
            List<Segment> segments = [];
            foreach (var (path, shown) in _files)
            {
                var rows = session.Scalar<long>($"SELECT count(*) FROM read_parquet({SqlText.Text(path)})");
                segments.Add(new Segment(shown, (long)segments.Count << FileShift, rows, RowRuns.From(1)));
            }

            session.Execute($"""
                CREATE TEMP VIEW {view} AS
                SELECT (file_index::BIGINT << {FileShift}) + file_row_number AS {SqlText.Name(Staged.RowId)}, *
                FROM read_parquet({SqlText.List(_files.Select(f => f.Path))}, union_by_name = true)
                """);
            var columns = session.Query($"DESCRIBE temp.{view}", r => new StagedColumn(r.GetString(0), r.GetString(1)));
            return new Staged($"temp.{view}", [.. columns.Skip(1)], segments.Sum(s => s.Count), segments, [$"VIEW temp.{view}"]);
        }
        catch (MeritException e)
        {
            throw new MeritException(LoadRules.WrongFormat.At(source.At, source.Name, "Parquet", e.Diagnostics[0].Message.TrimEnd('.')), e);
        }
    }
}
