using System.Text.Json;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Workers.Protocol;

/// <summary>What a worker answers: the answer, or what is wrong.</summary>
/// <param name="Body">The answer, or null.</param>
/// <param name="Findings">What is wrong.</param>
/// <param name="Spent">Code of a script still runs in the worker and cannot be stopped: the process must be ended.</param>
internal sealed record Reply(JsonElement? Body, IReadOnlyList<Finding> Findings, bool Spent)
{
    public static Reply Of(object answer) => new(JsonSerializer.SerializeToElement(answer, answer.GetType(), Wire.Json), [], Spent: false);

    public static Reply Of(IReadOnlyList<Diagnostic> findings, bool spent = false) =>
        new(null, [.. findings.Select(Finding.Of)], spent || findings.Any(f => f.Rule == ScriptRules.NeverEnds));

    /// <summary>The answer; throws what the worker found wrong.</summary>
    public T Read<T>() => Body is { } body && body.Deserialize<T>(Wire.Json) is { } answer
        ? answer
        : throw new MeritException([.. Findings.Select(f => f.Diagnostic)]);
}

/// <summary>A diagnostic on its way between two processes.</summary>
internal sealed record Finding(string Code, string Message, string NextStep, Place? At)
{
    public static Finding Of(Diagnostic diagnostic) => new(diagnostic.Code, diagnostic.Message, diagnostic.NextStep, diagnostic.At);

    public Diagnostic Diagnostic => new(Catalog.All.First(r => r.Code == Code), Message, NextStep, At);
}
