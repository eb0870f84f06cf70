using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Staging;

/// <summary>DuckDB files, each attached for as long as it is copied, and only for reading.</summary>
internal sealed class DuckDbStage(Session session, Source source) : IStage
{
    private const string Attached = "merit_source";

    // The engine's words where another process writes the file.
    private const string Held = "Could not set lock on file";

    private readonly StageTable _table = new(session);

    /// <summary>Takes a table, or a query, of each file.</summary>
    public void Take(IReadOnlyList<(string Path, string Shown)> files, DuckDbFormat format)
    {
        foreach (var (path, shown) in files)
        {
            try
            {
                session.Execute($"ATTACH {SqlText.Text(path)} AS {Attached} (READ_ONLY)");
                Copy(shown, format);
            }
            catch (MeritException e) when (e.Diagnostics[0].Message.Contains(Held, StringComparison.Ordinal))
            {
                throw new MeritException(LoadRules.CannotRead.At(source.At, source.Name, $"another program has {shown} open for writing.", "Close it there, or read a copy of it, and load again."), e);
            }
            catch (MeritException e)
            {
                throw new MeritException(LoadRules.WrongFormat.At(source.At, source.Name, "a DuckDB file", e.Diagnostics[0].Message.TrimEnd('.')), e);
            }
        }
    }

    public Staged Finish() => _table.Finish();

    // Names in a query are the file's own. Inside a SELECT, nothing else can be asked of the engine.
    private void Copy(string shown, DuckDbFormat format)
    {
        var draft = session.Scalar<string>("SELECT current_database()") ?? "";
        session.Execute($"USE {Attached}");
        try
        {
            var relation = format.Table is { } table ? Name(table) : $"({format.Query?.TrimEnd().TrimEnd(';')}\n)";
            var columns = session.Query($"DESCRIBE SELECT * FROM {relation}", r => new StagedColumn(r.GetString(0), r.GetString(1)));
            _table.Need(columns);
            _table.Added(shown, session.Execute($"INSERT INTO temp.main.{_table.Name} BY NAME SELECT * FROM {relation}"), RowRuns.From(1));
        }
        finally
        {
            session.Execute($"USE {SqlText.Name(draft)}");
            session.Execute($"DETACH {Attached}");
        }
    }

    private static string Name(string table) => table.Contains('"', StringComparison.Ordinal) ? table : string.Join('.', table.Split('.').Select(SqlText.Name));
}
