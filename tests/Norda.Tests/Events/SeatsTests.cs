using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Events;
using Norda.Features.Events.Rsvp;
using Norda.Features.Mail;
using Norda.Features.Notifications;

namespace Norda.Tests.Events;

/// <summary>Two hundred want the last ten; who waits gets what is freed, one after the other.</summary>
public sealed class SeatsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Two_hundred_at_once_for_the_last_ten_seats_are_ten()
    {
        await using var patient = await Patient();
        await Storm([patient.Services]);
    }

    [PostgresFact]
    public async Task Two_hundred_at_two_instances_are_ten()
    {
        await using var first = await Patient();
        await using var second = await Patient();
        await Storm([first.Services, second.Services]);
    }

    [Fact]
    public async Task A_freed_seat_goes_to_the_next_who_is_told_and_has_the_hours_of_the_event()
    {
        var one = await app.Event("Ciasne", seats: "1", more: f => f.OfferHours = "6");
        var (anna, bartek, celina) = (await app.Member("Anna"), await app.Member("Bartek"), await app.Member("Celina"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        Assert.Equal(AttendeeStatus.Waiting, await app.Says(one, bartek, RsvpAnswer.Yes));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AttendeeStatus.Waiting, await app.Says(one, celina, RsvpAnswer.Yes));

        await app.Says(one, anna, RsvpAnswer.No);

        var offered = await app.Answer(one, bartek.Id);
        Assert.Equal((AttendeeStatus.Offered, app.Clock.GetUtcNow().UtcDateTime.AddHours(6)), (offered.Status, offered.OfferedUntil!.Value));
        Assert.Equal(1, await app.Taken(one));
        Assert.Single(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == bartek.Id).ToListAsync()));
        Assert.Equal("event-seat", Assert.Single(await app.Db(db => db.Set<UserNotification>().Where(n => n.UserId == bartek.Id).ToListAsync())).Kind);
        Assert.Equal(AttendeeStatus.Waiting, await app.Says(one, anna, RsvpAnswer.Yes)); // nobody overtakes who waits
        Assert.Equal(AttendeeStatus.Confirmed, await app.Says(one, bartek, RsvpAnswer.Yes));
        Assert.Equal(1, await app.Taken(one));
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_passes_on_once_however_many_clocks_tick()
    {
        var one = await app.Event("Ciasne", seats: "1", more: f => f.OfferHours = "2");
        var (anna, bartek, celina) = (await app.Member("Anna"), await app.Member("Bartek"), await app.Member("Celina"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Says(one, bartek, RsvpAnswer.Yes);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.Says(one, celina, RsvpAnswer.Yes);
        await app.Says(one, anna, RsvpAnswer.No);
        app.Clock.Advance(TimeSpan.FromHours(2));
        await using var other = await app.Changed(_ => { });

        var passed = await Task.WhenAll(new[] { app.Services, other.Services, app.Services, other.Services }.Select(Tick));

        Assert.Equal(1, passed.Sum());
        Assert.Equal((AttendeeStatus.Lapsed, AttendeeStatus.Offered, 1), ((await app.Answer(one, bartek.Id)).Status, (await app.Answer(one, celina.Id)).Status, await app.Taken(one)));
        Assert.Single(await app.Db(db => db.Set<OutboxMail>().Where(m => m.UserId == celina.Id).ToListAsync()));
    }

    [Fact]
    public async Task The_seat_of_a_closed_account_goes_to_who_waits()
    {
        var one = await app.Event("Ciasne", seats: "1");
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Says(one, bartek, RsvpAnswer.Yes);
        await app.Db(db => db.Users.Where(u => u.Id == anna.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));

        await Tick(app.Services);

        Assert.Equal((AttendeeStatus.Offered, 1), ((await app.Answer(one, bartek.Id)).Status, await app.Taken(one)));
    }

    [Fact]
    public async Task More_seats_are_offered_to_those_who_wait()
    {
        var one = await app.Event("Sala", seats: "1");
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        await app.Says(one, anna, RsvpAnswer.Yes);
        await app.Says(one, bartek, RsvpAnswer.Yes);
        var celina = await app.As(await app.Person("Celina", staff: Norda.Platform.Access.Role.Office));

        await celina.Fill($"/biuro/wydarzenia/{one.Id}", "Zapisz wydarzenie", new() { ["Form.Seats"] = "2" });

        Assert.Equal((AttendeeStatus.Offered, 2), ((await app.Answer(one, bartek.Id)).Status, await app.Taken(one)));
        var fewer = await (await celina.Fill($"/biuro/wydarzenia/{one.Id}", "Zapisz wydarzenie", new() { ["Form.Seats"] = "1" })).Page();
        Assert.Contains("Więcej miejsc jest już zajętych: 2", fewer.QuerySelector("#Form_Seats-e")!.TextContent, StringComparison.Ordinal);
    }

    private async Task Storm(IServiceProvider[] instances)
    {
        var (one, people) = (await app.Event("Tłum", seats: "10"), await app.Crowd(200));

        var answers = await Task.WhenAll(people.Select((person, i) => Task.Run(() => instances[i % instances.Length].Says(one, person, RsvpAnswer.Yes))));

        Assert.Equal((10, 190), (answers.Count(a => a == AttendeeStatus.Confirmed), answers.Count(a => a == AttendeeStatus.Waiting)));
        Assert.Equal(10, await app.Taken(one));
        Assert.Equal(10, await app.Db(db => db.Set<Attendee>().CountAsync(a => a.EventId == one.Id && a.Status == AttendeeStatus.Confirmed)));
    }

    /// <summary>The machine of a test may be slower than the limits of a live one allow.</summary>
    private Task<WebApplicationFactory<Program>> Patient() => app.Changed(host => host.UseSetting("ConnectionStrings:Norda",
        app.Database.ConnectionString + (TestDatabase.IsPostgres ? ";Timeout=120;Command Timeout=120" : ";Default Timeout=120")));

    /// <summary>On a thread of its own: SQLite would let one tick end before the next begins.</summary>
    private static Task<int> Tick(IServiceProvider services) => Task.Run(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PassOnSeats>().Run(CancellationToken.None);
    });
}
