using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Merit.Attribution.Learning.Chains;

/// <summary>Removal effects from one factorisation of a chain of few states.</summary>
/// <remarks>
/// With N = (I − Q)⁻¹, h = N·r the chance to convert, n = s·N the visits, and K the states that hold a channel, what is lost when they lead nowhere is
/// n_K · N_KK⁻¹ · h_K, of s·h in all. That is a sum of what passes through K, not a difference of nearly equal numbers.
/// </remarks>
internal sealed class DenseRemoval(Chain chain)
{
    public IEnumerable<Effect> Effects()
    {
        var inverse = Equations().Inverse();
        var start = DenseVector.OfArray(chain.Start);
        var visits = inverse.LeftMultiply(start);
        var (converts, brings) = (inverse * DenseVector.OfArray(chain.Converts), inverse * DenseVector.OfArray(chain.Brings));
        var (conversions, value) = (start * converts, start * brings);
        return chain.StatesOf.Select(states => states.Count == 0 ? new Effect(0, 0) : Lost(states, inverse, visits, converts, brings))
            .Select(lost => new Effect(lost.Conversions / conversions, value > 0 ? lost.Value / value : 0));
    }

    private Matrix<double> Equations()
    {
        Matrix<double> equations = DenseMatrix.CreateIdentity(chain.States);
        for (var state = 0; state < chain.States; state++)
        {
            for (var step = chain.From[state]; step < chain.From[state + 1]; step++)
            {
                equations[state, chain.To[step]] -= chain.Probability[step];
            }
        }

        return equations;
    }

    private static Effect Lost(IReadOnlyList<int> states, Matrix<double> inverse, Vector<double> visits, Vector<double> converts, Vector<double> brings)
    {
        Vector<double> Of(Vector<double> all) => DenseVector.OfEnumerable(states.Select(s => all[s]));
        var among = DenseMatrix.Create(states.Count, states.Count, (i, j) => inverse[states[i], states[j]]);
        var enters = among.Transpose().LU().Solve(Of(visits));
        return new Effect(enters * Of(converts), enters * Of(brings));
    }
}
