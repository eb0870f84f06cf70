using System.Data.Common;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Metrics.Language;

internal sealed class Model<TRow, TMade>(string name, RowSet<TRow> rows, Func<IReadOnlyList<TRow>, IEnumerable<TMade>> make, Place at)
    : ModelDefinition(name, typeof(TMade), at)
    where TMade : notnull
{
    internal override IReadOnlyList<(RowNode Node, Type Type)> Inputs => rows.Columns;

    internal override IReadOnlyList<Condition> Conditions => rows.Conditions;

    public override ModelRun Begin() => new Run(this, rows.Read, make);

    private sealed class Run(ModelDefinition model, Func<DbDataReader, TRow> read, Func<IReadOnlyList<TRow>, IEnumerable<TMade>> make) : ModelRun
    {
        private readonly List<TRow> taken = [];

        public override void Take(DbDataReader row)
        {
            try
            {
                taken.Add(read(row));
            }
            catch (MissingCellException missing)
            {
                var column = RowText.Of(model.Inputs[missing.Column].Node);
                throw new MeritException(ScriptRules.MissingInput.At(model.At, model.Name, column, model.Reads), missing);
            }
        }

        public override IReadOnlyList<object?[]> Make() => [.. make(taken).Select(made => model.Properties.Select(p => p.GetValue(made)).ToArray())];
    }
}
