using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddNewsAndNewsletter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "forum_attachments",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    topic_id = table.Column<int>(type: "INTEGER", nullable: true),
                    reply_id = table.Column<int>(type: "INTEGER", nullable: true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_attachments", x => x.id);
                    table.ForeignKey(name: "fk_forum_attachments_forum_reply_reply_id", column: x => x.reply_id, principalTable: "forum_replies", principalColumn: "id", onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(name: "fk_forum_attachments_forum_topic_topic_id", column: x => x.topic_id, principalTable: "forum_topics", principalColumn: "id", onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(name: "fk_forum_attachments_users_user_id", column: x => x.user_id, principalTable: "users", principalColumn: "id", onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(name: "ix_forum_attachments_reply_id", table: "forum_attachments", column: "reply_id");
            migrationBuilder.CreateIndex(name: "ix_forum_attachments_topic_id", table: "forum_attachments", column: "topic_id");
            migrationBuilder.CreateIndex(name: "ix_forum_attachments_user_id", table: "forum_attachments", column: "user_id");

            migrationBuilder.CreateTable(
                name: "mail_holds",
                columns: table => new
                {
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    user_id = table.Column<int>(type: "INTEGER", nullable: true),
                    soft_bounces = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    last_bounce_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_mail_id = table.Column<int>(type: "INTEGER", nullable: false),
                    held_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lifted_by = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_holds", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "news_posts",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    content = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    picture_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    picture_alt = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    picture_width = table.Column<int>(type: "INTEGER", nullable: true),
                    picture_height = table.Column<int>(type: "INTEGER", nullable: true),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_pinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_by = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_news_posts_stored_files_picture_id",
                        column: x => x.picture_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_news_posts_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "newsletters",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    intro = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: true),
                    items = table.Column<string>(type: "TEXT", maxLength: 50000, nullable: false),
                    created_by = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_by = table.Column<int>(type: "INTEGER", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    recipients = table.Column<int>(type: "INTEGER", nullable: false),
                    queued = table.Column<int>(type: "INTEGER", nullable: false),
                    last_user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_newsletters", x => x.id);
                    table.ForeignKey(
                        name: "fk_newsletters_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_newsletters_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mail_holds_held_at",
                table: "mail_holds",
                column: "held_at");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_created_by",
                table: "news_posts",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_picture_id",
                table: "news_posts",
                column: "picture_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_published_at",
                table: "news_posts",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_slug",
                table: "news_posts",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_created_by",
                table: "newsletters",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_finished_at_started_at",
                table: "newsletters",
                columns: new[] { "finished_at", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_started_by",
                table: "newsletters",
                column: "started_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "forum_attachments");

            migrationBuilder.DropTable(
                name: "mail_holds");

            migrationBuilder.DropTable(
                name: "news_posts");

            migrationBuilder.DropTable(
                name: "newsletters");
        }
    }
}
