using System.Runtime.CompilerServices;
using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <content>Tests: of metrics on rows written out, and of the data themselves after each load.</content>
public static partial class Define
{
    /// <summary>Tests metrics on rows written out here: what is given, what is asked, what is expected. <c>merit test</c> runs it on an empty warehouse.</summary>
    public static void Test(string name, Action<TestBuilder> test, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(test);
        var builder = new TestBuilder(name, new Place(file, line));
        DefinitionScope.Current.Add(builder);
        test(builder);
    }

    /// <summary>Expects of the data that the condition holds for every row of its table. A row for which it cannot be told, because a value is missing, fails.</summary>
    public static DataTestBuilder Expect(Expr<bool> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Declared(DataTestDefinition.OfCondition(condition.Node, new Place(file, line)));
    }

    /// <summary>Expects of the data that no value of a column occurs twice; missing values do not count.</summary>
    public static DataTestBuilder Unique(Expr column, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Declared(DataTestDefinition.OfUnique(column.Node, new Place(file, line)));
    }

    /// <summary>Expects of the data that a table's sources have answered for a day no longer ago than this.</summary>
    public static DataTestBuilder Fresh(Table table, TimeSpan within, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Declared(DataTestDefinition.OfFreshness(table.TableName, within, new Place(file, line)));
    }

    /// <summary>Expects that two metrics that tell the same in two ways agree. <see cref="DataTestBuilder.By"/> compares them group by group.</summary>
    public static DataTestBuilder Reconcile(
        MetricRef one, MetricRef other, Tolerance? within = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Declared(DataTestDefinition.OfReconciliation(one.Id, other.Id, within ?? default, new Place(file, line)));
    }

    private static DataTestBuilder Declared(DataTestDefinition definition)
    {
        var builder = new DataTestBuilder(definition);
        DefinitionScope.Current.Add(builder);
        return builder;
    }
}
