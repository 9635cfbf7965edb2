using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Notifications;
using Norda.Platform.Contributions;

namespace Norda.Tests.Notifications;

public sealed class NotifierTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_person_is_told_with_the_change_that_it_tells_of()
    {
        var anna = await app.Person("Anna");

        await app.Tell(anna, new Notice(AccountNotices.InvitationAccepted, "inv:1", "Bartek dołączył", "/moja-firma/zespol") { Message = "Dziś.", RelatedType = "company", RelatedId = 7 });

        var told = Assert.Single(await app.Told(anna));
        Assert.Equal(("Bartek dołączył", "Dziś.", "system", "company", 7, "/moja-firma/zespol", "invitation-accepted"),
            (told.Title, told.Message, told.NotificationType, told.RelatedType, told.RelatedId, told.ActionUrl, told.Kind));
        Assert.Equal((false, null, app.Clock.GetUtcNow().UtcDateTime), (told.IsRead, told.MailChannel, told.CreatedAt));
    }

    [Fact]
    public async Task What_is_not_saved_is_told_to_nobody()
    {
        var anna = await app.Person("Anna");
        await using var scope = app.Services.CreateAsyncScope();
        var (db, notifier) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<Notifier>());

        await notifier.Tell(anna.Id, Telling.Of("bez zapisu"), CancellationToken.None);
        Assert.Empty(await app.Told(anna));
        await db.SaveChangesAsync();
        Assert.Single(await app.Told(anna));

        await using (await db.Database.BeginTransactionAsync())
        {
            await notifier.Tell(anna.Id, Telling.Of("cofnięte"), CancellationToken.None);
            await db.SaveChangesAsync();
        }

        Assert.Single(await app.Told(anna));
    }

    [Fact]
    public async Task A_change_that_fails_tells_nobody_and_leaves_nothing_to_the_next()
    {
        var anna = await app.Person("Anna");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await scope.ServiceProvider.GetRequiredService<Notifier>().Tell(anna.Id, Telling.Of("nieudane"), CancellationToken.None);
            db.Add(new QuietHours { UserId = -1 });
            await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        for (var next = 0; next < 8; next++)
            await app.Db(db => db.SaveChangesAsync());
        Assert.Empty(await app.Told(anna));
    }

    [Fact]
    public async Task The_same_thing_is_told_once_however_many_tell_it_at_once()
    {
        var anna = await app.Person("Anna");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Tell(anna, "raz")));

        Assert.Single(await app.Told(anna));
    }

    [Fact]
    public async Task A_thousand_people_are_told_in_one_statement_as_each_of_them_chose()
    {
        var firm = await app.Firm("Tysiąc Osób");
        await app.Db(async db =>
        {
            for (var i = 0; i < 1000; i++)
            {
                var user = new User { Name = $"Osoba {i}", Email = $"o{i}@tysiac.example", UserName = $"o{i}", NormalizedEmail = $"O{i}@TYSIAC.EXAMPLE", NormalizedUserName = $"O{i}@TYSIAC.EXAMPLE", EmailConfirmed = true };
                user.Companies.Add(new CompanyUser { CompanyId = firm.Id, Status = CompanyUserStatus.Approved });
                db.Add(user);
            }

            await db.Unaudited(() => db.SaveChangesAsync());
        });
        var people = await app.Db(db => db.Users.Where(u => u.Email!.EndsWith("@tysiac.example")).OrderBy(u => u.Id).ToListAsync());
        await app.Choose(people[0], Telling.Praise, NotificationChannel.None);
        await app.Choose(people[1], Telling.Praise, NotificationChannel.MailNow);
        await app.Choose(people[2], Telling.Praise, NotificationChannel.InApp);
        await app.Tell(people[3], "nowina", Telling.Praise);

        await app.Db(async db =>
        {
            var notifier = new Notifier(db, new Norda.Features.Notifications.Stream.Live(db, new()), app.Clock);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var members = db.Set<CompanyUser>().Where(p => p.CompanyId == firm.Id).Select(p => p.UserId);
            Assert.Equal(1, await CommandCounter.Count(() => notifier.TellAll(members, Telling.Of("nowina", Telling.Praise), CancellationToken.None)));
            await transaction.CommitAsync();
        });

        var told = await app.Db(db => db.Set<UserNotification>().Where(n => n.UniqueKey == "nowina").ToDictionaryAsync(n => n.UserId, n => n.MailChannel));
        Assert.Equal(999, told.Count);
        Assert.False(told.ContainsKey(people[0].Id));
        Assert.Equal([NotificationChannel.MailNow, null, NotificationChannel.Daily], people[1..4].Select(p => told[p.Id]));
    }

    [Fact]
    public async Task What_has_a_letter_of_its_own_gets_no_second_one()
    {
        var anna = await app.Person("Anna");
        var kind = Telling.KindBy(NotificationChannel.MailNow) with { HasOwnLetter = true };

        await app.Tell(anna, "z listem", kind);

        Assert.Null(Assert.Single(await app.Told(anna)).MailChannel);
    }

    [Theory]
    [InlineData("https://obcy.example/")]
    [InlineData("//obcy.example")]
    [InlineData("/\\obcy.example")]
    [InlineData("katalog")]
    public async Task A_notice_opens_no_foreign_place(string address)
    {
        var anna = await app.Person("Anna");

        await Assert.ThrowsAsync<ArgumentException>(() => app.Tell(anna, Telling.Of("obce") with { ActionUrl = address }));
    }
}
