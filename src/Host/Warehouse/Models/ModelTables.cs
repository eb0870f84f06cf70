using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Schema;
using Merit.Scripting.Running;

namespace Merit.Host.Warehouse.Models;

/// <summary>Makes the tables of models in a draft: anew where the script or the rows it reads have changed, else as the last version has them.</summary>
/// <param name="session">The draft.</param>
/// <param name="zone">The workspace's zone: models see and give times as its clocks show them.</param>
/// <param name="runner">Calls the scripts.</param>
/// <param name="time">When a table was made.</param>
internal sealed class ModelTables(Session session, TimeZoneInfo zone, ModelRunner runner, TimeProvider time)
{
    /// <summary>Makes them all, in the order of their declaration.</summary>
    /// <param name="definitions">The models, and the functions they call.</param>
    /// <param name="planner">Plans what they read.</param>
    /// <param name="scripts">What identifies the script of a path.</param>
    /// <param name="last">The last version, or null where there is none.</param>
    public IReadOnlyList<ModelTable> Make(Definitions definitions, Planner planner, Func<string, string> scripts, Session? last)
    {
        session.Add(definitions.Functions);
        var before = last is null ? [] : ModelLog.Read(last);
        List<ModelTable> made = [.. definitions.Models.Select(model =>
        {
            var table = Make(model, planner.Plan(model), scripts(model.At.File), last, before);
            CheckKey(model);
            return table;
        })];
        ModelLog.Write(session, made);
        return made;
    }

    private ModelTable Make(ModelDefinition model, ModelPlan plan, string script, Session? last, IReadOnlyList<ModelTable> before)
    {
        var layout = new TableLayout(model.Name, [.. model.Columns.Select(c => new LayoutColumn(c.Name, c.Type ?? ColumnType.Text))], model.Key, null);
        session.Execute(layout.Create());
        var content = plan.Loaded ? session.Scalar<string>(plan.Content, [.. plan.ContentParameters]) ?? "" : "";
        var table = new ModelTable(model.Name, script, content, plan.Loaded, model.Key, 0, time.GetUtcNow().UtcDateTime, Copied: false);
        if (!plan.Loaded)
        {
            return table;
        }

        if (last is not null && before.FirstOrDefault(b => b.IsStill(table)) is { } same)
        {
            var kept = ModelLog.Rows(last, model.Name);
            Append(model.Name, kept);
            return same with { Key = model.Key, Rows = kept.Count, Copied = true };
        }

        var rows = Anew(model, plan);
        Append(model.Name, rows);
        foreach (var column in layout.Columns.Where(c => c.Type == ColumnType.Timestamp))
        {
            ToUtc(model.Name, column.Name);
        }

        return table with { Rows = rows.Count };
    }

    private IReadOnlyList<object?[]> Anew(ModelDefinition model, ModelPlan plan)
    {
        var run = model.Begin();
        _ = session.Query(
            plan.Rows,
            row =>
            {
                run.Take(row);
                return true;
            },
            [.. plan.RowsParameters]);
        return runner.Run(model, run);
    }

    private void Append(string table, IReadOnlyList<object?[]> rows) => session.Append("", "main", table, appender =>
    {
        foreach (var values in rows)
        {
            var row = appender.CreateRow();
            foreach (var value in values)
            {
                ModelCell.Append(row, value);
            }

            row.EndRow();
        }
    });

    private void ToUtc(string table, string column)
    {
        var (name, local) = ($"main.{SqlText.Name(table)}", SqlText.Name(column));
        var ends = session.Query($"SELECT min({local}), max({local}) FROM {name} HAVING count({local}) > 0", r => (r.GetDateTime(0), r.GetDateTime(1)));
        if (ends is [var values])
        {
            session.Execute($"UPDATE {name} SET {local} = {ZoneClock.ToUtc(local, zone, values)} WHERE {local} IS NOT NULL");
        }
    }

    private void CheckKey(ModelDefinition model)
    {
        if (model.Key.Count == 0)
        {
            return;
        }

        var (table, key) = ($"main.{SqlText.Name(model.Name)}", SqlText.Names(model.Key));
        var missing = string.Join(" OR ", model.Key.Select(k => $"{SqlText.Name(k)} IS NULL"));
        var what = session.Scalar<long>($"SELECT count(*) FROM {table} WHERE {missing}") > 0 ? "missing"
            : session.Scalar<long>($"SELECT count(*) FROM (SELECT 1 FROM {table} GROUP BY {key} HAVING count(*) > 1)") > 0 ? "the same as another row's"
            : null;
        if (what is not null)
        {
            throw new MeritException(ScriptRules.ModelKey.At(model.At, model.Name, string.Join(", ", model.Key), what));
        }
    }
}
