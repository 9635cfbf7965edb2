using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddOffice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "proof_asked_at",
                table: "users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "sessions_ended_at",
                table: "users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dictionary_slugs",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    entry_id = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dictionary_slugs", x => new { x.kind, x.slug });
                });

            migrationBuilder.CreateIndex(
                name: "ix_dictionary_slugs_kind_entry_id",
                table: "dictionary_slugs",
                columns: new[] { "kind", "entry_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dictionary_slugs");

            migrationBuilder.DropColumn(
                name: "proof_asked_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "sessions_ended_at",
                table: "users");
        }
    }
}
