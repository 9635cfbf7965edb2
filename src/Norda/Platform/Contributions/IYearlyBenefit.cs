namespace Norda.Platform.Contributions;

/// <summary>What a feature has to say on a firm's yearly sheet "Co dała mi Izba": register one per feature.</summary>
public interface IYearlyBenefit
{
    Task<IReadOnlyList<BenefitLine>> Of(int companyId, DateTime from, DateTime until, CancellationToken cancel);
}

/// <summary>One figure of the sheet. Text is a key of <see cref="Texts"/>: "Otrzymane polecenia".</summary>
public sealed record BenefitLine(string Text, int Count);
