using Norda.Data;
using Norda.Features.Forum.Feed;
using Norda.Features.Forum.Moderation;
using Norda.Features.Forum.Reading;
using Norda.Features.Forum.Writing;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum;

public static class ForumModule
{
    public static void AddForum(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AttachFiles>().AddScoped<StartTopic>().AddScoped<ReplyToTopic>().AddScoped<TellNamed>().AddScoped<EditPost>().AddScoped<DeletePost>().AddScoped<KeepDraft>().AddScoped<FollowTopic>().AddScoped<MarkSolved>().AddScoped<NoteVisit>();
        builder.Services.AddScoped<ModerateTopic>().AddScoped<HidePost>().AddScoped<RestorePost>().AddScoped<SaveCategory>().AddScoped<OpenFeed>().AddScoped<CloseFeed>();
        builder.Services.AddScoped<IReportable, ReportedTopic>().AddScoped<IReportable, ReportedReply>();
        builder.Services.AddScoped<IForgetPerson, ForgetPosts>().AddScoped<IFreshDatabase, DemoForum>();
        builder.Services.AddSingleton(ForumNotices.Replied).AddSingleton(ForumNotices.Mentioned).AddSingleton(ForumNotices.Moderated);
        builder.Services.AddScoped<ISearchSource, FindTopics>();
        builder.Services.AddSingleton(new StartPanel(typeof(ForumNews), 40));
        builder.Services.AddSingleton(new FirstStep("Przywitaj się na forum", "/forum/nowy", 3, 50, Written) { Requires = (Resource.Forum, Act.Create) });
        builder.Services.AddSingleton(new SiteAction("Nowy temat na forum", "/forum/nowy", "messages", "wątek,pytanie,dyskusja", 20) { Adds = true, Requires = (Resource.Forum, Act.Create) });
        builder.Services.AddSingleton(new NavItem("Forum", "/forum", "messages", 30) { Requires = (Resource.Forum, Act.Read) });
    }

    private static IQueryable<int> Written(IServiceProvider services)
    {
        var (db, me) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<Me>().Id);
        return db.Set<ForumTopic>().Where(t => t.AuthorId == me).Select(t => t.Id).Concat(db.Set<ForumReply>().Where(r => r.AuthorId == me).Select(r => r.Id));
    }

    public static void MapForum(this WebApplication app)
    {
        app.MapForumApi();
        app.MapGet("/forum/zalaczniki/{id:int}", ForumAttachments.Show).Requires(Resource.Forum, Act.Read).ExcludeFromDescription();
        app.MapGet("/forum/rss/{token}", ForumRss.Read).Requires(Resource.ForumFeed, Act.Read).ExcludeFromDescription();
    }
}
