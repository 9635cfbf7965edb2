using System.Net;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Tests.Office;

public sealed class OverviewTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_office_sees_what_waits_and_a_moderator_only_their_part()
    {
        var firm = await app.Firm("Poczekalnia");
        var darek = await app.Person("Darek");
        await app.Db(async db =>
        {
            db.Add(new CompanyUser { UserId = darek.Id, CompanyId = firm.Id, Status = CompanyUserStatus.Requested, CreatedAt = app.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        });

        var office = await (await (await app.As(await app.Person("Celina", staff: Role.Office))).GetAsync("/biuro")).Page();
        var moderator = await (await (await app.As(await app.Person("Monika", staff: Role.Moderator))).GetAsync("/biuro")).Page();

        Assert.Contains("1 osoba czeka na wejście do firmy", string.Join(' ', office.QuerySelector("main a[href='/biuro/osoby']")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(moderator.QuerySelectorAll("main a[href='/biuro/osoby']"));
        Assert.Contains("Nic nie czeka", moderator.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_one_question_to_the_database()
    {
        var office = await app.As(await app.Person("Celina", staff: Role.Office));

        var frame = await CommandCounter.Count(() => office.GetAsync("/prywatnosc"));

        Assert.Equal(frame + 1, await CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/biuro")).StatusCode)));
    }
}
