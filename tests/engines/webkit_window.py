#!/usr/bin/python3
# A window of WebKit, Safari's engine, for WebKitWebDriver: webkit_window.py FOLDER
# WebKit's own window for tests, MiniBrowser, keeps nothing on disk when it is driven. This one keeps the browser's data in FOLDER,
# puts downloads into FOLDER/downloads, and prints into FOLDER/printed.pdf.
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2

folder = sys.argv[1]
Gtk.Settings.get_default().props.gtk_enable_animations = False  # pages see that motion is not wanted

context = WebKit2.WebContext.new_with_website_data_manager(WebKit2.WebsiteDataManager(
    base_data_directory=os.path.join(folder, "data"), base_cache_directory=os.path.join(folder, "cache")))
context.set_preferred_languages(["fr-FR"])
context.set_automation_allowed(True)


def print_page(_view, operation):
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + os.path.join(folder, "printed.pdf"))
    operation.set_print_settings(settings)
    operation.print_()
    return True


def receive(_context, download):
    def decide(it, name):
        it.set_destination("file://" + os.path.join(folder, "downloads", name))
        return True

    download.connect("decide-destination", decide)


def open_view(_session):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.get_settings().set_enable_write_console_messages_to_stdout(True)
    view.connect("print", print_page)
    window = Gtk.Window()
    window.set_default_size(1280, 800)
    window.add(view)
    view.connect("close", lambda _: window.destroy())
    window.show_all()
    view.grab_focus()
    return view


def start(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("webkit_window")
    session.set_application_info(about)
    session.connect("create-web-view", open_view)


context.connect("automation-started", start)
context.connect("download-started", receive)
Gtk.main()
