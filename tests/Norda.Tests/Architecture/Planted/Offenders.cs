using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

// One small application that breaks every rule, to show each rule red.
namespace Norda.Tests.Architecture.Planted.Features.Events
{
    public class Event : IEntityTypeConfiguration<Event>
    {
        public string Title { get; set; } = "";
        public Venue Venue { get; set; } = new();
        public List<Guest> Guests { get; } = [];

        public void Configure(EntityTypeBuilder<Event> builder) => builder.HasKey(e => e.Title);
    }

    public class Venue
    {
        public string? Town { get; set; }
    }

    public class Guest : IEntityTypeConfiguration<Guest>
    {
        public void Configure(EntityTypeBuilder<Guest> builder) => builder.HasNoKey();
    }

    public class EventDto;

    public class EventManager;
}

namespace Norda.Tests.Architecture.Planted.Features.Forum
{
    public class Topic
    {
        public Events.Event? About { get; init; }
    }
}

namespace Norda.Tests.Architecture.Planted.Features.Forum.Deeds
{
    public class Vandal
    {
        public async void Forget(DbSet<Events.Event> all, Events.Event one)
        {
            one.Title = "stolen";
            one.Venue.Town = "nowhere";
            one.Guests.Add(new Events.Guest());
            all.Remove(one);
            await all.ExecuteDeleteAsync();
        }
    }
}

namespace Norda.Tests.Architecture.Planted.Features.Chat
{
    public class Thread
    {
        public bool IsBusy(Exception fault) => fault is Microsoft.Data.Sqlite.SqliteException;

        public void Send() => new Npgsql.NpgsqlConnection().Dispose();
    }
}

namespace Norda.Tests.Architecture.Planted.Platform
{
    public class Clock
    {
        public string Of(Features.Events.Event e) => e.Title;
    }
}
