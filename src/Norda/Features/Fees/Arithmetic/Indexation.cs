namespace Norda.Features.Fees.Arithmetic;

/// <summary>What a rate would be after a year's rise of prices: a proposal, which a resolution must take over.</summary>
public static class Indexation
{
    private const decimal Whole = 100m;

    /// <param name="percent">Rise of prices; a fall leaves the rate as it is.</param>
    /// <param name="cap">Most that the statute allows, per cent; null is no limit.</param>
    /// <param name="step">To which sum it is rounded: 1 for whole zlotys, 0.01 for grosze.</param>
    public static decimal Of(decimal amount, decimal percent, decimal? cap, decimal step)
    {
        var rise = Math.Max(0, Math.Min(percent, cap ?? percent));
        return Math.Round(amount * (Whole + rise) / Whole / step, MidpointRounding.AwayFromZero) * step;
    }
}
