using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Messages.Keeping;
using Norda.Features.Messages.Writing;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Messages;

public static class MessagesModule
{
    public static void AddMessages(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<StartThread>().AddScoped<ReplyInThread>().AddScoped<DeliverMessage>().AddScoped<ReadAttachments>();
        builder.Services.AddScoped<ReadThread>().AddScoped<ArchiveThread>().AddScoped<DeleteThread>().AddScoped<TakePlace>();
        builder.Services.AddScoped<BlockPerson>().AddScoped<UnblockPerson>().AddScoped<ShowToModerator>();
        builder.Services.AddScoped<IReportable, ReportedMessage>().AddScoped<IForgetPerson, ForgetMessages>();
        builder.Services.AddScoped<IFreshDatabase, DemoMessages>();
        builder.Services.AddSingleton(MessageNotices.Received);
        builder.Services.AddSingleton(new TopBarSign("/Features/Messages/_Envelope.cshtml", 20, services => services.GetRequiredService<AppDb>().UnreadMessages(services.GetRequiredService<Me>()))).AddSingleton(new CompanyPanel(typeof(WriteToFirm), 5));
        builder.Services.AddScoped<ISearchSource, FindPeople>();
        builder.Services.AddSingleton(new StartPanel(typeof(UnreadMessages), 5));
        builder.Services.AddSingleton(new SiteAction("Napisz wiadomość", "/wiadomosci/nowa", "mail", "list,napisz do,rozmowa", 30) { Requires = (Resource.Message, Act.Create) });
        builder.Services.AddSingleton(new NavItem("Wiadomości", "/wiadomosci", "mail", 50) { Requires = (Resource.Message, Act.Create) });
    }

    public static void MapMessages(this WebApplication app)
    {
        app.MapGet("/wiadomosci/zalaczniki/{id:int}", Attachment).Requires(Resource.Message, Act.Read).ExcludeFromDescription();
        app.MapGet("/wiadomosci/liczba", async (AppDb db, Me me, CancellationToken cancel) => TopBarSign.Number(await db.UnreadMessages(me).CountAsync(cancel))).Requires(Resource.Message, Act.Read).ExcludeFromDescription();
        app.MapMessagesApi();
    }

    /// <summary>For the people of its thread alone. A document is saved, not opened inside the site.</summary>
    private static async Task<IResult> Attachment(int id, AppDb db, Me me, HttpResponse response, CancellationToken cancel)
    {
        var threads = db.Set<MessageThread>().VisibleTo(me).Select(t => t.Id);
        if (await db.Set<MessageAttachment>().Where(f => f.Id == id && threads.Contains(f.Message.ThreadId) && f.Message.RemovedAt == null
            && !db.Set<ThreadPerson>().Any(p => p.ThreadId == f.Message.ThreadId && p.UserId == me.Id && p.DeletedUpTo >= f.MessageId)).Select(f => new { f.Content, f.ContentType, f.Name }).SingleOrDefaultAsync(cancel) is not { } file)
            return Results.NotFound();
        response.Headers.CacheControl = "no-store";
        return file.ContentType == "image/webp" ? Results.Bytes(file.Content, file.ContentType) : Results.Bytes(file.Content, file.ContentType, file.Name);
    }
}
