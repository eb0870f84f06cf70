using System.Data.Common;
using System.Reflection;
using Merit.Diagnostics;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Language;

/// <summary>A table made by C# of a script. It keeps its script loaded as long as it lives.</summary>
public abstract class ModelDefinition
{
    private protected ModelDefinition(string name, Type made, Place at)
    {
        (Name, Made, At) = (name, made, at);
        var context = new NullabilityInfoContext();
        Properties = [.. made.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetMethod is not null && p.GetIndexParameters().Length == 0)];
        Columns = [.. Properties.Select(p => new ColumnValue(p.Name, p.PropertyType, context.Create(p).ReadState != NullabilityState.NotNull))];
    }

    /// <summary>Its name in the warehouse.</summary>
    public string Name { get; }

    /// <summary>Where it is declared.</summary>
    public Place At { get; }

    /// <summary>Its columns: the properties of what it makes, in their order.</summary>
    public IReadOnlyList<ColumnValue> Columns { get; }

    /// <summary>The columns that identify a row; empty for none.</summary>
    public IReadOnlyList<string> Key { get; internal set; } = [];

    /// <summary>The table whose rows it reads.</summary>
    public string Reads => Inputs.SelectMany(i => i.Node.Columns).Select(c => c.Table).FirstOrDefault() ?? "";

    /// <summary>The table it makes, as scripts and the planner see it.</summary>
    public TableSchema Schema => new(Name, [.. Columns.Select(c => new ColumnSchema(c.Name, c.Type ?? ColumnType.Text, Loaded: true))], Loaded: true) { Key = Key };

    internal Type Made { get; }

    internal IReadOnlyList<PropertyInfo> Properties { get; }

    internal abstract IReadOnlyList<(RowNode Node, Type Type)> Inputs { get; }

    internal abstract IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Begins to make it.</summary>
    public abstract ModelRun Begin();
}

/// <summary>A model at work: first it is given rows, then it makes its own.</summary>
public abstract class ModelRun
{
    /// <summary>Takes the row that a reader stands at, of the statement the planner gave for the model.</summary>
    /// <exception cref="MeritException">The row has no value where the model needs one.</exception>
    public abstract void Take(DbDataReader row);

    /// <summary>Calls the script; each row holds a value, or null, for each column of the model.</summary>
    public abstract IReadOnlyList<object?[]> Make();
}
