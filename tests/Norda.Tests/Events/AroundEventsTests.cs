using Norda.Features.Events;
using Norda.Features.Events.Rsvp;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Tests.Events;

/// <summary>What events bring to other pages: the sitemap, a firm's yearly sheet, the offer of notices.</summary>
public sealed class AroundEventsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_sitemap_has_public_events_and_no_others()
    {
        var (open, closed) = (await app.Event("Otwarte w mapie"), await app.Event("Zamknięte w mapie", more: f => f.Visibility = EventVisibility.Members));
        var map = await app.Client().GetStringAsync("/sitemap.xml");

        Assert.Contains($"<loc>http://localhost/wydarzenia/{open.Slug}</loc>", map, StringComparison.Ordinal);
        Assert.Contains($"<loc>http://localhost/en/wydarzenia/{open.Slug}</loc>", map, StringComparison.Ordinal);
        Assert.DoesNotContain(closed.Slug, map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_firms_year_counts_its_people_at_events()
    {
        var firm = await app.Firm("Na wydarzeniach");
        var (anna, bartek) = (await app.Person("Anna", firm, CompanyRole.Owner), await app.Person("Bartek", firm));
        var (one, next) = (await app.Event("Rok pierwszy"), await app.Event("Rok drugi", "2027-02-03"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Says(one, bartek, RsvpAnswer.Yes);
        await app.Says(next, anna, RsvpAnswer.Yes);
        await app.Says(one, await app.Member("Celina"), RsvpAnswer.Yes);

        var lines = await app.Run<IEnumerable<IYearlyBenefit>, IReadOnlyList<BenefitLine>>(async all =>
            [.. (await Task.WhenAll(all.OfType<EventBenefit>().Select(b => b.Of(firm.Id, new DateTime(2026, 1, 1), new DateTime(2027, 1, 1), CancellationToken.None)))).SelectMany(l => l)]);

        Assert.Equal([new BenefitLine("Zapisy na wydarzenia izby", 2), new BenefitLine("Wystąpienia na wydarzeniach izby", 0)], lines);
    }

    [Fact]
    public async Task Notices_on_the_device_are_offered_to_who_has_signed_up()
    {
        var one = await app.Event("Z ofertą");
        var anna = await app.Member("Anna");
        var browser = await app.As(anna);
        var before = await (await browser.GetAsync($"/wydarzenia/{one.Slug}")).Page();
        await app.Says(one, anna, RsvpAnswer.Yes);

        Assert.Null(before.QuerySelector(".push-offer"));
        Assert.NotNull((await (await browser.GetAsync($"/wydarzenia/{one.Slug}")).Page()).QuerySelector(".push-offer[hidden]"));
        Assert.Null((await app.Page($"/wydarzenia/{one.Slug}")).QuerySelector(".push-offer"));
    }
}
