using Norda.Features.Directory;
using Norda.Features.Directory.Quality;

namespace Norda.Tests.Directory.Editor;

public sealed class QualityTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_points_of_all_criteria_are_a_hundred() => Assert.Equal(100, ProfileCriterion.All.Sum(c => c.Points));

    [Theory]
    [InlineData(1, 100)]
    [InlineData(7, 95)]
    [InlineData(13, 85)]
    [InlineData(25, 75)]
    [InlineData(null, 75)]
    public void A_full_profile_is_worth_less_the_longer_ago_somebody_checked_it(int? months, int score) =>
        Assert.Equal(score, QualityScore.Of(new ProfileState(Full(months is { } m ? Now.AddMonths(-m) : null), 1, 1, 1, Now)));

    [Fact]
    public void A_bare_name_is_basic()
    {
        var score = QualityScore.Of(new ProfileState(new Company { Name = "Firma", Slug = "firma" }, 0, 0, 0, Now));

        Assert.Equal((0, DataQualityLevel.Basic), (score, QualityScore.LevelOf(score, null, Now)));
    }

    [Theory]
    [InlineData(39, DataQualityLevel.Basic)]
    [InlineData(40, DataQualityLevel.Partial)]
    [InlineData(69, DataQualityLevel.Partial)]
    [InlineData(70, DataQualityLevel.Complete)]
    public void Levels_begin_at_40_and_70(int score, DataQualityLevel level) => Assert.Equal(level, QualityScore.LevelOf(score, null, Now));

    [Fact]
    public void Verified_is_a_complete_profile_that_a_person_checked_within_a_year()
    {
        Assert.Equal(DataQualityLevel.Verified, QualityScore.LevelOf(95, Now.AddMonths(-11), Now));
        Assert.Equal(DataQualityLevel.Complete, QualityScore.LevelOf(95, Now.AddMonths(-13), Now));
        Assert.Equal(DataQualityLevel.Partial, QualityScore.LevelOf(60, Now, Now));
    }

    private static Company Full(DateTime? verified) => new()
    {
        Name = "Firma", Slug = "firma", LegalName = "Firma Sp. z o.o.", Nip = "5831014898", Regon = "123456785", CategoryId = 1,
        DescriptionShort = new string('a', 60), DescriptionFull = new string('b', 400), Phone = "+48586720000", Email = "biuro@firma.example", Website = "https://firma.example", Logo = "/pliki/x.webp",
        Address = new Address { Street = "Długa", PostalCode = "84-200", Town = "Wejherowo" },
        Quality = new QualityTracking { LastVerifiedAt = verified, RegisterCheckedAt = Now.AddMonths(-1) },
    };
}
