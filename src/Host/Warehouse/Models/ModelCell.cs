using DuckDB.NET.Data;

namespace Merit.Host.Warehouse.Models;

/// <summary>Values of C# as cells of a table.</summary>
internal static class ModelCell
{
    private const int Places = 4;

    /// <summary>Adds a value; a number that is none (the quotient of two zeros, say) is a missing value.</summary>
    public static void Append(IDuckDBAppenderRow row, object? value)
    {
        _ = value switch
        {
            null => row.AppendNullValue(),
            string text => row.AppendValue(text),
            long number => row.AppendValue((long?)number),
            int number => row.AppendValue((long?)number),
            double number => double.IsFinite(number) ? row.AppendValue((double?)number) : row.AppendNullValue(),
            decimal number => row.AppendValue((decimal?)decimal.Round(number, Places, MidpointRounding.AwayFromZero)),
            bool flag => row.AppendValue((bool?)flag),
            DateOnly day => row.AppendValue((DateOnly?)day),
            DateTime at => row.AppendValue((DateTime?)at),
            _ => throw new InvalidOperationException($"A model gave a {value.GetType().Name}, which the checks of definitions refuse."),
        };
    }
}
