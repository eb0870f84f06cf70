using System.Linq.Expressions;
using HandlebarsDotNet;

namespace Merit.Host.Reports.Templates.Handlebars;

/// <summary>Readies a template to be rendered once: it is interpreted, for making machine code of it would take many times longer than the rendering.</summary>
internal sealed class OnceCompiler : IExpressionCompiler
{
    public T Compile<T>(Expression<T> expression)
        where T : class, Delegate => expression.Compile(preferInterpretation: true);
}
