using System.Reflection;
using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <summary>A C# function of a script that the engine calls for the values of rows. It keeps its script loaded as long as it lives.</summary>
public abstract class FunctionDefinition
{
    // An engine has functions of its own, and one of the same name would take their place for everything it runs.
    private const string Prefix = "merit_";

    private protected FunctionDefinition(string name, Delegate body, Place at)
    {
        ArgumentNullException.ThrowIfNull(body);
        (Name, At) = (name, at);
        var context = new NullabilityInfoContext();
        Arguments = [.. body.Method.GetParameters().Select(p => new ColumnValue(p.Name ?? "", p.ParameterType, context.Create(p).ReadState == NullabilityState.Nullable))];
        Result = new ColumnValue("result", body.Method.ReturnType, Optional: true);
    }

    /// <summary>Its name in scripts.</summary>
    public string Name { get; }

    /// <summary>Its name in the engine.</summary>
    public string EngineName => Prefix + Name;

    /// <summary>Where it is declared.</summary>
    public Place At { get; }

    /// <summary>What it takes, one to four values. Where one is missing that is not optional, the result is missing and the function is not called.</summary>
    public IReadOnlyList<ColumnValue> Arguments { get; }

    /// <summary>What it gives.</summary>
    public ColumnValue Result { get; }

    /// <summary>Adds it to an engine.</summary>
    public abstract void AddTo(IFunctionEngine engine);
}

/// <summary>An engine that can call functions of scripts. Types are those of C#: nullable where a value may be missing.</summary>
public interface IFunctionEngine
{
    /// <summary>Adds a function of one value.</summary>
    void Add<TA, TResult>(FunctionDefinition function, Func<TA?, TResult> body);

    /// <summary>Adds a function of two values.</summary>
    void Add<TA, TB, TResult>(FunctionDefinition function, Func<TA?, TB?, TResult> body);

    /// <summary>Adds a function of three values.</summary>
    void Add<TA, TB, TC, TResult>(FunctionDefinition function, Func<TA?, TB?, TC?, TResult> body);

    /// <summary>Adds a function of four values.</summary>
    void Add<TA, TB, TC, TD, TResult>(FunctionDefinition function, Func<TA?, TB?, TC?, TD?, TResult> body);
}

internal sealed class Function<TA, TResult>(string name, Func<TA?, TResult> body, Place at) : FunctionDefinition(name, body, at)
{
    public override void AddTo(IFunctionEngine engine) => engine.Add(this, body);
}

internal sealed class Function<TA, TB, TResult>(string name, Func<TA?, TB?, TResult> body, Place at) : FunctionDefinition(name, body, at)
{
    public override void AddTo(IFunctionEngine engine) => engine.Add(this, body);
}

internal sealed class Function<TA, TB, TC, TResult>(string name, Func<TA?, TB?, TC?, TResult> body, Place at) : FunctionDefinition(name, body, at)
{
    public override void AddTo(IFunctionEngine engine) => engine.Add(this, body);
}

internal sealed class Function<TA, TB, TC, TD, TResult>(string name, Func<TA?, TB?, TC?, TD?, TResult> body, Place at) : FunctionDefinition(name, body, at)
{
    public override void AddTo(IFunctionEngine engine) => engine.Add(this, body);
}
