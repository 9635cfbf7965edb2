namespace Norda.Features.Directory.Quality;

/// <summary>Data quality of a firm: completeness times freshness (spec section 6.6).</summary>
public static class QualityScore
{
    private const int Partial = 40;
    private const int Complete = 70;
    private const int VerifiedMonths = 12;

    /// <returns>0 to 100, half up.</returns>
    public static int Of(ProfileState state) => (int)Math.Round(state.Points * Freshness(state.Firm.Quality?.LastVerifiedAt, state.Now), MidpointRounding.AwayFromZero);

    /// <summary>Below 40 basic, below 70 partial, from 70 complete; verified when a person of the chamber also checked it within 12 months.</summary>
    public static DataQualityLevel LevelOf(int score, DateTime? verifiedAt, DateTime now) => score switch
    {
        < Partial => DataQualityLevel.Basic,
        < Complete => DataQualityLevel.Partial,
        _ => verifiedAt >= now.AddMonths(-VerifiedMonths) ? DataQualityLevel.Verified : DataQualityLevel.Complete,
    };

    /// <summary>What the data are worth, by how long ago a person checked them: 6, 12, 24 months, longer or never.</summary>
    private static decimal Freshness(DateTime? verifiedAt, DateTime now) =>
        verifiedAt >= now.AddMonths(-6) ? 1m
        : verifiedAt >= now.AddMonths(-12) ? 0.95m
        : verifiedAt >= now.AddMonths(-24) ? 0.85m
        : 0.75m;
}
