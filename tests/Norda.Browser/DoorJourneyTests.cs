using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Norda.Data;
using Norda.Features.Events;

namespace Norda.Browser;

/// <summary>A telephone at the door of an event, in a cellar without a network.</summary>
public class DoorJourneyTests(BrowserApp app)
{
    [Fact]
    public async Task Once_opened_the_door_works_without_a_connection_and_tells_what_it_saw_later()
    {
        var (id, code, name) = await Guest();
        await using var phone = await app.As("biuro", 390);
        var page = (await Watched.Open(phone, $"/biuro/wydarzenia/{id}/wejscie")).Page;
        await page.WaitForFunctionAsync("async path => !!await (await caches.open('norda-wejscie')).match(path)", $"/biuro/wydarzenia/{id}/wejscie");

        await phone.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Wejście");
        await page.FillAsync("#kod", code.ToLowerInvariant());
        await page.ClickAsync("[data-code-form] .btn-primary");
        await Assertions.Expect(page.Locator(".door-answer.is-ok b")).ToHaveTextAsync(name);
        await page.FillAsync("#kod", code);
        await page.ClickAsync("[data-code-form] .btn-primary");
        await Assertions.Expect(page.Locator(".door-answer.is-bad span")).ToContainTextAsync("Bilet użyty");
        await page.FillAsync("#kod", "NIEMATAKIE");
        await page.ClickAsync("[data-code-form] .btn-primary");
        await Assertions.Expect(page.Locator(".door-answer.is-warn")).ToBeVisibleAsync();
        Assert.Equal(0, await Entries(id));

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-state]")).ToContainTextAsync("Czeka na wysłanie: 1");
        await phone.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync("Wszystko wysłane", new() { Timeout = 30_000 });
        Assert.Equal(1, await Entries(id));
    }

    private Task<(int Id, string Code, string Name)> Guest() => Db(async db =>
    {
        var guest = await db.Set<Attendee>().Where(a => a.Status == AttendeeStatus.Confirmed && a.Event.CancelledAt == null && a.Event.MaxAttendees == 40).Select(a => new { a.EventId, a.TicketCode, a.User.Name }).FirstAsync();
        return (guest.EventId, guest.TicketCode, guest.Name);
    });

    private Task<int> Entries(int id) => Db(db => db.Set<CheckIn>().CountAsync(c => c.EventId == id));

    private async Task<T> Db<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
