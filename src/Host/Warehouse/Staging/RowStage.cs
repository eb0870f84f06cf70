using System.Globalization;
using DuckDB.NET.Data;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Connectors;
using PluginColumn = Merit.Plugins.Connectors.Column;

namespace Merit.Host.Warehouse.Staging;

/// <summary>Rows a connector gives itself.</summary>
internal sealed class RowStage(Session session) : IStage
{
    private readonly StageTable _table = new(session);

    /// <summary>Takes rows.</summary>
    public void Take(Rows rows, string shown)
    {
        var names = ColumnNames.From(rows.Columns.Select(c => c.Name));
        var given = rows.Columns.Zip(names).ToDictionary(p => p.Second, p => p.First, StringComparer.OrdinalIgnoreCase);
        _table.Need(rows.Columns.Zip(names, (column, name) => new StagedColumn(name, TypeOf(column))));
        _table.Need(given.Where(c => c.Value.Faults.Count > 0).Select(c => new StagedColumn(StageTable.FaultsOf(c.Key), "VARCHAR")));
        if (rows.RowNumbers.Count == 0 || given.Count == 0)
        {
            return;
        }

        var faults = given.ToDictionary(c => StageTable.FaultsOf(c.Key), c => c.Value.Faults, StringComparer.OrdinalIgnoreCase);
        List<(PluginColumn? Column, bool AsText, IReadOnlyDictionary<int, string>? Faults)> cells =
            [.. _table.Columns.Select(c => faults.GetValueOrDefault(c.Name) is { } found ? (null, false, found) : given.GetValueOrDefault(c.Name) is { } column ? (column, !string.Equals(TypeOf(column), c.Type, StringComparison.Ordinal), null) : ((PluginColumn?)null, false, (IReadOnlyDictionary<int, string>?)null))];
        session.Append("temp", "main", _table.Name, appender =>
        {
            for (var i = 0; i < rows.RowNumbers.Count; i++)
            {
                var row = appender.CreateRow();
                foreach (var cell in cells)
                {
                    if (cell.Faults is null)
                    {
                        Append(row, cell.Column, i, cell.AsText);
                    }
                    else
                    {
                        row.AppendValue(cell.Faults.GetValueOrDefault(i));
                    }
                }

                row.EndRow();
            }
        });
        var runs = new RowRuns();
        foreach (var number in rows.RowNumbers)
        {
            runs.Add(number);
        }

        _table.Added(shown, rows.RowNumbers.Count, runs);
    }

    public Staged Finish() => _table.Finish();

    private static string TypeOf(PluginColumn column) => column switch
    {
        IntegerColumn => "BIGINT",
        NumberColumn => "DOUBLE",
        DecimalColumn => "VARCHAR",
        BooleanColumn => "BOOLEAN",
        DateColumn => "DATE",
        TimestampColumn t => t.Values.Any(v => v?.Kind == DateTimeKind.Utc) ? "VARCHAR" : "TIMESTAMP",
        _ => "VARCHAR",
    };

    private static void Append(IDuckDBAppenderRow row, PluginColumn? column, int i, bool asText)
    {
        _ = (column, asText) switch
        {
            (null, _) => row.AppendNullValue(),
            (TextColumn c, _) => row.AppendValue(c.Values[i]),
            (IntegerColumn c, false) => row.AppendValue(c.Values[i]),
            (NumberColumn c, false) => row.AppendValue(c.Values[i]),
            (BooleanColumn c, false) => row.AppendValue(c.Values[i]),
            (DateColumn c, false) => row.AppendValue(c.Values[i]),
            (TimestampColumn c, false) when TypeOf(c) is "TIMESTAMP" => row.AppendValue(c.Values[i]),
            _ => row.AppendValue(Text(column, i)),
        };
    }

    // Exact and the same everywhere; instants carry their Z.
    private static string? Text(PluginColumn column, int i) => column switch
    {
        IntegerColumn c => c.Values[i]?.ToString(CultureInfo.InvariantCulture),
        NumberColumn c => c.Values[i]?.ToString("R", CultureInfo.InvariantCulture),
        DecimalColumn c => c.Values[i]?.ToString(CultureInfo.InvariantCulture),
        BooleanColumn c => c.Values[i] is { } flag ? flag ? "true" : "false" : null,
        DateColumn c => c.Values[i]?.ToString("O", CultureInfo.InvariantCulture),
        TimestampColumn c => c.Values[i] is { } time ? time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : "") : null,
        TextColumn c => c.Values[i],
        _ => throw new InvalidOperationException($"A column of the kind {column.GetType().Name} is not known."),
    };
}
