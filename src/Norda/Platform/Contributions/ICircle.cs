using Norda.Platform.Access;

namespace Norda.Platform.Contributions;

/// <summary>Whom a member knows, by firms: what people there recommend weighs more than what strangers do.</summary>
public interface ICircle
{
    /// <summary>Firms whose people this person knows; empty for who belongs to none.</summary>
    Task<IReadOnlyList<int>> Firms(Me me, CancellationToken cancel);

    /// <summary>Names of those among them who recommend the given firms, by firm.</summary>
    Task<IReadOnlyDictionary<int, IReadOnlyList<string>>> Recommenders(Me me, IReadOnlyCollection<int> companyIds, CancellationToken cancel);
}
